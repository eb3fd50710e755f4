package careledger.answers.observation;

import careledger.schema.catalogue.Unit;
import careledger.schema.star.ObservationColumn;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A column of the flat table.
 *
 * @param name the field's name
 * @param type the field's type, as the contract names it
 * @param unit of figures, where it is the same in every row
 */
public record AnswerColumn(
        String name, String title, String type, @Nullable Unit unit) {
    /** @param common unit of all rows, if it is one */
    static List<AnswerColumn> all(Optional<Unit> common) {
        return ObservationColumn.ofAnswers().stream()
                .map(column -> new AnswerColumn(
                        column.field(),
                        column.title(),
                        column.type().replace("!", ""),
                        column.inUnit() ? common.orElse(null) : null))
                .toList();
    }
}
