package careledger.answers.observation;

import careledger.answers.query.Sql;
import careledger.schema.observation.ValueKind;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Figures that a question would have found had it named their kinds.
 *
 * @param counts how many of each kind; kinds without figures are left out
 */
public record OmittedFigures(Map<ValueKind, Integer> counts) {
    private static final List<ValueKind> TOLD_OF =
            List.of(ValueKind.PREVIOUSLY_REPORTED, ValueKind.TARGET, ValueKind.FORECAST);

    public OmittedFigures {
        counts = Map.copyOf(counts);
    }

    /** The value kinds to report that the query does not name. */
    public static List<ValueKind> kinds(ObservationQuery asked) {
        return TOLD_OF.stream()
                .filter(kind -> !asked.filter().valueKinds().contains(kind))
                .toList();
    }

    /** Counts what was found of such kinds. */
    public static OmittedFigures among(Collection<ValueKind> kinds) {
        Map<ValueKind, Integer> counts = new EnumMap<>(ValueKind.class);
        kinds.forEach(kind -> counts.merge(kind, 1, Integer::sum));
        return new OmittedFigures(counts);
    }

    /** Runs the query. */
    public static OmittedFigures beside(ObservationQuery asked, Sql sql) throws SQLException {
        List<ValueKind> kinds = kinds(asked);
        Map<ValueKind, Integer> counts = new EnumMap<>(ValueKind.class);
        if (!kinds.isEmpty()) {
            new ObservationSql(asked.withKinds(kinds))
                    .kinds()
                    .rows(sql, row -> counts.put(row.constant(ValueKind.class), row.whole()));
        }
        return new OmittedFigures(counts);
    }

    Optional<Warning> warning() {
        String kinds = counts.entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getKey().name()))
                .map(entry -> describe(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(", "));
        return kinds.isEmpty()
                ? Optional.empty()
                : Optional.of(new Warning(
                        WarningCode.NOT_SHOWN,
                        "Not shown: " + kinds + ". Name their kinds in valueKinds to see them."));
    }

    private static String describe(ValueKind kind, int count) {
        return switch (kind) {
            case PREVIOUSLY_REPORTED ->
                Warnings.count(count, "restated figure", "restated figures") + " (" + kind + ")";
            case TARGET -> Warnings.count(count, "target", "targets") + " (" + kind + ")";
            case FORECAST -> Warnings.count(count, "forecast", "forecasts") + " (" + kind + ")";
            case ACTUAL, PROVISIONAL -> Warnings.count(count, "figure", "figures") + " (" + kind + ")";
        };
    }
}
