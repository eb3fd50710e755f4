package careledger.schema.mapping;

import java.util.List;

/**
 * What a table, a column, a row or a part of a row says.
 *
 * @param cell how its cells are printed, the first that fits counts; none where a wider level says
 * @param figures what the placeholders are; none where a wider level says
 */
public record Level(Context context, List<CellTemplate> cell, List<Figure> figures) {
    public Level {
        cell = List.copyOf(cell);
        figures = List.copyOf(figures);
    }
}
