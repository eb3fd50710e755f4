package careledger.schema.mapping;

import java.util.List;

/**
 * One row of a wide table.
 *
 * @param heading a section heading: its other cells are blank, and it belongs to the locator of the rows below it
 * @param breakdownSaid whether the mapping names the row's breakdown, so that the label does not
 * @param except columns in which the row's cells are something else
 * @param line in extract.yaml
 */
public record WideRow(
        String label, boolean heading, Level level, boolean breakdownSaid, List<Except> except, int line) {
    public WideRow {
        except = List.copyOf(except);
    }

    /** This row with what its label and its other columns mean; what the row says itself goes before it. */
    public WideRow meaning(Context context, List<Figure> figures) {
        return new WideRow(
                label,
                heading,
                new Level(
                        level.context().over(context),
                        level.cell(),
                        level.figures().isEmpty() ? figures : level.figures()),
                breakdownSaid,
                except,
                line);
    }

    /** @param columns names of the columns */
    public record Except(List<String> columns, Level level) {
        public Except {
            columns = List.copyOf(columns);
        }
    }
}
