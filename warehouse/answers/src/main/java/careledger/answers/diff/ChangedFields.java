package careledger.answers.diff;

import careledger.schema.star.ObservationColumn;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a column of fact_observation is called where people see it: the field of an observation. */
final class ChangedFields {
    private static final Map<String, String> NAMES = ObservationColumn.statements().stream()
            .collect(Collectors.toMap(ObservationColumn::sqlName, ChangedFields::field));

    private ChangedFields() {}

    static List<String> of(List<String> columns) {
        return columns.stream()
                .map(column -> NAMES.getOrDefault(column, column))
                .toList();
    }

    /** Two columns are seen in the field that shows them. */
    private static String field(ObservationColumn column) {
        return switch (column) {
            case VALUE_DECIMALS -> ObservationColumn.VALUE_TEXT.field();
            case KNOWN_FROM -> ObservationColumn.PUBLISHED_ON.field();
            default -> column.field();
        };
    }
}
