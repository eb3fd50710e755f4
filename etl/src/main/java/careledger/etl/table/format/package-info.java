/** What a cell of a workbook shows: its number under its number format, or why that is not certain. */
@NullMarked
package careledger.etl.table.format;

import org.jspecify.annotations.NullMarked;
