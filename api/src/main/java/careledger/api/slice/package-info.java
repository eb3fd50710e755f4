@NullMarked
package careledger.api.slice;

import org.jspecify.annotations.NullMarked;
