@NullMarked
package careledger.api.news;

import org.jspecify.annotations.NullMarked;
