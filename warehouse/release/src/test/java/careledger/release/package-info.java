@NullMarked
package careledger.release;

import org.jspecify.annotations.NullMarked;
