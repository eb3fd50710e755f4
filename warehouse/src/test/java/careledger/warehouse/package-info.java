@NullMarked
package careledger.warehouse;

import org.jspecify.annotations.NullMarked;
