@NullMarked
package careledger.warehouse.sample;

import org.jspecify.annotations.NullMarked;
