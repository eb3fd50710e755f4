package careledger.answers.trend;

import careledger.answers.judgement.FigurePeriod;
import careledger.answers.observation.Observation;
import java.util.List;
import java.util.Optional;

/**
 * Shown figures of the same indicator, area and breakdown that are not on a line, because they are by another definition
 * or of another kind of period. What is said about the line must not deny them.
 *
 * @param figures with a value
 */
record FiguresBeside(List<Observation> figures) {
    FiguresBeside {
        figures = List.copyOf(figures);
    }

    static FiguresBeside none() {
        return new FiguresBeside(List.of());
    }

    /** @param claims every known claim of the areas asked for */
    static FiguresBeside of(TrendLine line, List<Observation> claims) {
        return new FiguresBeside(claims.stream()
                .filter(claim -> line.holds(claim) && TrendLines.isPoint(claim) && claim.value() != null)
                .filter(claim ->
                        line.points().stream().noneMatch(point -> point.id().equals(claim.id())))
                .sorted(TrendLine.BY_TIME)
                .toList());
    }

    /** The newest, where it is newer than the latest figure of the line. */
    Optional<String> newer(Observation latest) {
        return figures.stream()
                .filter(figure -> figure.periodEnd().isAfter(latest.periodEnd()))
                .reduce((older, newer) -> newer)
                .map(figure -> "A newer figure is not part of this line: " + figure.valueText() + " "
                        + FigurePeriod.describe(figure) + ".");
    }

    /** "There is no figure between ...", or that it is only this line that has none. */
    String without(TrendGap gap) {
        boolean known = figures.stream()
                .anyMatch(figure -> figure.periodEnd().isAfter(gap.before().periodEnd())
                        && figure.periodEnd().isBefore(gap.after().periodEnd()));
        return (known
                        ? "This line has no figure " + gap.between()
                                + "; figures that are not part of it are in the notes"
                        : "There is no figure " + gap.between())
                + ".";
    }
}
