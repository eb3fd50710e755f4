@NullMarked
package careledger.warehouse.sql;

import org.jspecify.annotations.NullMarked;
