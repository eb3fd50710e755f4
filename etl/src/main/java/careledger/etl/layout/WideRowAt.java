package careledger.etl.layout;

import careledger.etl.table.TableRow;
import careledger.schema.mapping.WideRow;
import java.util.Optional;

/**
 * A row of a wide table with its mapping.
 *
 * @param row the one that it continues, where it is a second row
 * @param heading the section heading above it
 * @param continued it is the second row of a row that is continued below
 * @param mainLine line of the row itself, or of the one that it continues
 */
record WideRowAt(TableRow csv, WideRow row, Optional<String> heading, boolean continued, int mainLine) {}
