package careledger.api.explorer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table of an indicator: one period.
 *
 * @param id of the claim, for the point in the chart that shows it
 * @param period as it is written
 * @param cells the value of each column, the area's own first
 * @param status what is said beside the value; empty for an ordinary figure
 * @param range the neighbours' middle, lowest and highest; null where there is none
 * @param rank as in "1st of 11"; empty where none is given
 * @param source the document
 * @param broken letter of the break before this row; empty where there is none
 * @param earlier whether the chart does not show it
 */
public record FigureRow(
        String id,
        String period,
        List<Cell> cells,
        String status,
        @Nullable Range range,
        String rank,
        String source,
        String sourceLink,
        String broken,
        boolean earlier) {
    public FigureRow {
        cells = List.copyOf(cells);
    }

    /** @param link to the page of the figure; empty where there is no figure */
    public record Cell(String text, String link) {
        static final Cell NONE = new Cell("–", "");
    }

    /** The neighbours' figures as they are written. */
    public record Range(String median, String lowest, String highest) {}
}
