@NullMarked
package careledger.warehouse.release;

import org.jspecify.annotations.NullMarked;
