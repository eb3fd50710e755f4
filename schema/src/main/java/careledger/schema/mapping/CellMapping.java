package careledger.schema.mapping;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What holds for one cell of a wide table, all levels taken together.
 *
 * @param templates those whose placeholders are all known here, in the order in which they are tried
 */
public record CellMapping(Context context, List<CellTemplate> templates, List<Figure> figures) {
    public CellMapping {
        templates = List.copyOf(templates);
        figures = List.copyOf(figures);
    }

    /** What the printed number of a placeholder is multiplied by, where the mapping says it. */
    public Optional<BigDecimal> scale(String placeholder) {
        return figure(placeholder).flatMap(Figure::scale).or(context::scale);
    }

    public Optional<Figure> figure(String placeholder) {
        return figures.stream()
                .filter(figure -> figure.placeholder().equals(placeholder))
                .findFirst();
    }
}
