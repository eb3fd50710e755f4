@NullMarked
package careledger.warehouse.json;

import org.jspecify.annotations.NullMarked;
