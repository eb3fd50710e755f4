@NullMarked
package careledger.warehouse.export;

import org.jspecify.annotations.NullMarked;
