@NullMarked
package careledger.api.release;

import org.jspecify.annotations.NullMarked;
