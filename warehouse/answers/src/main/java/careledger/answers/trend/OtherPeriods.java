package careledger.answers.trend;

import careledger.answers.judgement.FigurePeriod;
import careledger.answers.observation.Observation;
import careledger.schema.period.PeriodKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Notes on figures of a line's series that are of other kinds of period, and so not in the line. */
final class OtherPeriods {
    private static final int NAMED = 5;

    private OtherPeriods() {}

    static List<String> of(TrendLine line, PeriodKind kind, List<Observation> claims) {
        Map<PeriodKind, List<String>> others = new LinkedHashMap<>();
        claims.stream()
                .filter(claim -> line.holds(claim) && TrendLines.isPoint(claim) && claim.periodKind() != kind)
                .sorted(TrendLine.BY_TIME)
                .forEach(claim -> others.computeIfAbsent(claim.periodKind(), key -> new ArrayList<>())
                        .add(claim.valueText() + " " + FigurePeriod.describe(claim)));
        return others.entrySet().stream()
                .map(other -> TrendNotes.of(line) + "The line is of " + words(kind) + " only. Of "
                        + words(other.getKey()) + " there " + (other.getValue().size() == 1 ? "is " : "are ")
                        + first(other.getValue()) + ".")
                .toList();
    }

    private static String words(PeriodKind kind) {
        return switch (kind) {
            case SNAPSHOT -> "single days";
            case FINANCIAL_YEAR -> "financial years";
            case ACADEMIC_YEAR -> "school years";
            case CALENDAR_YEAR -> "calendar years";
            case QUARTER -> "quarters";
            case MONTH -> "months";
            case MULTI_YEAR -> "several years together";
            case OTHER -> "other periods";
        };
    }

    private static String first(List<String> figures) {
        int more = figures.size() - NAMED;
        return String.join(", ", figures.subList(0, Math.min(NAMED, figures.size())))
                + (more > 0 ? " and " + more + " more" : "");
    }
}
