package careledger.answers.trend;

import careledger.answers.observation.Observation;
import careledger.answers.query.Sql;
import careledger.release.sql.SqlResource;
import careledger.schema.star.HeadlineRule;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which claims differ by more than rounding from the one shown on a day. It is worked out from what had been published by
 * then, so that a later document changes no earlier answer.
 */
record ConflictPairs(List<Pair> pairs) {
    /** @param why the claim is not shown */
    record Pair(String claim, String shown, Optional<HeadlineRule> why) {}

    ConflictPairs {
        pairs = List.copyOf(pairs);
    }

    static ConflictPairs of(String indicator, List<String> areas, LocalDate day, Sql sql) throws SQLException {
        return new ConflictPairs(sql.rows(
                SqlResource.of(ConflictPairs.class, "conflicts"),
                List.of(day, indicator, areas.toArray(String[]::new), day),
                row -> new Pair(row.text(), row.text(), Optional.ofNullable(row.constantOrNull(HeadlineRule.class)))));
    }

    /** What other known claims say against a point, one row for each figure and source. */
    List<Observation> against(Observation point, List<Observation> known) {
        Set<String> ids = pairs.stream()
                .filter(pair -> pair.shown().equals(point.id()))
                .map(Pair::claim)
                .collect(Collectors.toSet());
        List<Observation> others = new ArrayList<>();
        for (Observation claim : known) {
            if (ids.contains(claim.id())
                    && claim.qualifier() == null
                    && point.qualifier() == null
                    && others.stream()
                            .noneMatch(other -> other.source().equals(claim.source())
                                    && other.valueText().equals(claim.valueText()))) {
                others.add(claim);
            }
        }
        return others;
    }

    /** Why a point is shown and not the others. */
    String rule(Observation point) {
        return pairs.stream()
                .filter(pair -> pair.shown().equals(point.id()))
                .flatMap(pair -> pair.why().stream())
                .map(HeadlineRule::describe)
                .distinct()
                .collect(Collectors.joining(" "));
    }
}
