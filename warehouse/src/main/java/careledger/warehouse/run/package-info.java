@NullMarked
package careledger.warehouse.run;

import org.jspecify.annotations.NullMarked;
