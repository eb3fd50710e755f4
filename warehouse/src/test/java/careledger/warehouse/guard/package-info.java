@NullMarked
package careledger.warehouse.guard;

import org.jspecify.annotations.NullMarked;
