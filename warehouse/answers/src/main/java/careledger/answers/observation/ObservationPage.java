package careledger.answers.observation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the flat table.
 *
 * @param columns in order, also when there are no rows
 * @param applied the filter with its defaults, as canonical JSON
 * @param dataVersion release that answered
 */
public record ObservationPage(
        List<Observation> rows,
        int totalCount,
        boolean hasNextPage,
        @Nullable String endCursor,
        List<AnswerColumn> columns,
        String applied,
        List<Warning> warnings,
        String dataVersion) {
    public ObservationPage {
        rows = List.copyOf(rows);
        columns = List.copyOf(columns);
        warnings = List.copyOf(warnings);
    }
}
