package careledger.schema.mapping;

import java.util.List;

/**
 * One row of a wide table.
 *
 * @param heading a section heading: its other cells are blank, and it belongs to the locator of the rows below it
 * @param except columns in which the row's cells are something else
 * @param line in extract.yaml
 */
public record WideRow(String label, boolean heading, Level level, List<Except> except, int line) {
    public WideRow {
        except = List.copyOf(except);
    }

    /** @param columns names of the columns */
    public record Except(List<String> columns, Level level) {
        public Except {
            columns = List.copyOf(columns);
        }
    }
}
