package careledger.etl.layout;

import java.util.List;
import java.util.Optional;

/**
 * One row of a file.
 *
 * @param line on which it begins, first is 1
 * @param cells without their quotes; those before the fault where there is one
 */
record CsvRow(int line, List<String> cells, Optional<Refusal> fault) {
    CsvRow {
        cells = List.copyOf(cells);
    }
}
