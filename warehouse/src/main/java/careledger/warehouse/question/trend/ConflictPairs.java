package careledger.warehouse.question.trend;

import careledger.schema.star.HeadlineRule;
import careledger.warehouse.question.Sql;
import careledger.warehouse.question.observation.Observation;
import careledger.warehouse.sql.SqlText;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which claims differ from which by more than rounding. */
record ConflictPairs(List<Pair> pairs) {
    /** @param why the claim is not shown */
    record Pair(String claim, String shown, Optional<HeadlineRule> why) {}

    ConflictPairs {
        pairs = List.copyOf(pairs);
    }

    static ConflictPairs of(String indicator, List<String> areas, Sql sql) throws SQLException {
        return new ConflictPairs(sql.rows(
                SqlText.of(ConflictPairs.class, "conflicts"),
                List.of(indicator, areas.toArray(String[]::new)),
                row -> new Pair(row.text(), row.text(), Optional.ofNullable(row.maybeConstant(HeadlineRule.class)))));
    }

    /** What other known claims say against a point, one row for each figure and source. */
    List<Observation> against(Observation point, List<Observation> known) {
        List<String> ids = new ArrayList<>();
        for (Pair pair : pairs) {
            if (pair.shown().equals(point.id())) {
                ids.add(pair.claim());
            } else if (pair.claim().equals(point.id())) {
                ids.add(pair.shown());
            }
        }
        List<Observation> others = new ArrayList<>();
        for (Observation claim : known) {
            if (ids.contains(claim.id())
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
                .map(HeadlineRule::words)
                .distinct()
                .reduce((first, second) -> first + " " + second)
                .orElse("It was the figure shown on the day asked about.");
    }
}
