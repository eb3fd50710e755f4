@NullMarked
package careledger.warehouse.serving;

import org.jspecify.annotations.NullMarked;
