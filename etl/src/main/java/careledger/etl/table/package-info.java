/** Rows of delivered files of any kind: text, zip archives and workbooks. */
@NullMarked
package careledger.etl.table;

import org.jspecify.annotations.NullMarked;
