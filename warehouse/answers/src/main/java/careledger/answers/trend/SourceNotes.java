package careledger.answers.trend;

import careledger.answers.observation.Observation;
import careledger.schema.observation.ValueKind;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Notes on what other claims say than the points of a line. */
record SourceNotes(TrendLine line, List<Observation> claims, ConflictPairs conflicts) {
    List<String> all() {
        return Stream.of(disagreements(), otherDefinitions(), repeatedOnly())
                .flatMap(List::stream)
                .distinct()
                .toList();
    }

    private List<String> disagreements() {
        return line.points().stream()
                .filter(point -> !conflicts.against(point, claims).isEmpty())
                .map(point -> (TrendNotes.of(line) + "Sources disagree for " + point.periodLabel() + ": "
                                + TrendNotes.said(point) + " is shown; others say "
                                + conflicts.against(point, claims).stream()
                                        .map(TrendNotes::said)
                                        .collect(Collectors.joining("; "))
                                + ". " + conflicts.rule(point))
                        .strip())
                .toList();
    }

    /** Figures under other definitions for periods of the line, which its headline leaves out. */
    private List<String> otherDefinitions() {
        return line.points().stream()
                .flatMap(point -> claims.stream()
                        .filter(claim -> line.holds(claim)
                                && claim.period().equals(point.period())
                                && !claim.segment().equals(point.segment())
                                && claim.value() != null
                                && measured(claim)))
                .map(claim -> TrendNotes.of(line) + "Under another definition " + claim.periodLabel() + " is "
                        + TrendNotes.said(claim) + "; it is not part of the line.")
                .toList();
    }

    private List<String> repeatedOnly() {
        Set<String> shown = line.points().stream().map(Observation::period).collect(Collectors.toSet());
        return claims.stream()
                .filter(claim -> line.holds(claim)
                        && claim.headline()
                        && claim.valueKind() == ValueKind.PREVIOUSLY_REPORTED
                        && !shown.contains(claim.period()))
                .sorted(TrendLine.BY_TIME)
                .map(claim -> TrendNotes.of(line) + claim.periodLabel()
                        + " is known only as a later document repeats it: " + TrendNotes.said(claim)
                        + "; it is not drawn.")
                .toList();
    }

    private static boolean measured(Observation claim) {
        return claim.valueKind() == ValueKind.ACTUAL || claim.valueKind() == ValueKind.PROVISIONAL;
    }
}
