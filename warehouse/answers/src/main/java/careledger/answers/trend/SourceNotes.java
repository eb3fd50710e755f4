package careledger.answers.trend;

import careledger.answers.judgement.FigurePeriod;
import careledger.answers.observation.Observation;
import careledger.answers.observation.ObservationFilter;
import careledger.schema.observation.ValueKind;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Notes on what other claims say than the points of a line. */
record SourceNotes(TrendLine line, List<Observation> claims, ConflictPairs conflicts) {
    List<String> all() {
        return Stream.of(disagreements(), otherDefinitions(), restated())
                .flatMap(List::stream)
                .distinct()
                .toList();
    }

    private List<String> disagreements() {
        return line.points().stream()
                .filter(point -> !conflicts.against(point, claims).isEmpty())
                .map(point -> (TrendNotes.of(line) + "Sources disagree for " + FigurePeriod.name(point) + ": "
                                + TrendNotes.said(point) + " is shown; others say "
                                + conflicts.against(point, claims).stream()
                                        .map(TrendNotes::said)
                                        .collect(Collectors.joining("; "))
                                + ". " + conflicts.rule(point))
                        .strip())
                .toList();
    }

    /** Figures under other definitions for periods of the line. */
    private List<String> otherDefinitions() {
        return line.points().stream()
                .flatMap(point -> claims.stream()
                        .filter(claim -> line.holds(claim)
                                && claim.period().equals(point.period())
                                && !claim.segment().equals(point.segment())
                                && claim.value() != null
                                && measured(claim)))
                .map(claim -> TrendNotes.of(line) + "By another definition the figure for " + FigurePeriod.name(claim)
                        + " is " + TrendNotes.said(claim) + "; it is not part of this line.")
                .toList();
    }

    private List<String> restated() {
        return line.points().stream()
                .filter(point -> point.valueKind() == ValueKind.PREVIOUSLY_REPORTED)
                .map(point -> TrendNotes.of(line) + "The figure for " + FigurePeriod.name(point) + ", "
                        + TrendNotes.said(point)
                        + ", is restated: it is printed only in a later document, as the figure"
                        + " before.")
                .toList();
    }

    private static boolean measured(Observation claim) {
        return ObservationFilter.USUAL_KINDS.contains(claim.valueKind());
    }
}
