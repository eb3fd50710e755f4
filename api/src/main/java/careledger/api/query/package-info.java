@NullMarked
package careledger.api.query;

import org.jspecify.annotations.NullMarked;
