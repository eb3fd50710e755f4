@NullMarked
package careledger.etl.table;

import org.jspecify.annotations.NullMarked;
