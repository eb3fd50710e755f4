@NullMarked
package careledger.api.about;

import org.jspecify.annotations.NullMarked;
