package careledger.answers.scorecard;

import careledger.answers.catalogue.PeriodEntry;
import careledger.answers.judgement.Change;
import careledger.answers.judgement.ChangeRule;
import careledger.answers.judgement.Direction;
import careledger.answers.judgement.FigureFormat;
import careledger.answers.judgement.SmallCohort;
import careledger.answers.observation.Observation;
import java.util.Optional;
import java.util.OptionalDouble;

/** Which way the figure of a row went; never across a break in the series. */
record CardChange(ChangeRule rule) {
    /**
     * @param latest the figure; it may have no value
     * @param history what came before it
     * @param shown the period to name where there is no figure at all
     */
    Change of(Optional<Observation> latest, Optional<History> history, PeriodEntry shown) {
        if (latest.isEmpty()) {
            return none(shown, shown, Direction.NO_DATA, "No figure is known for " + shown.label() + ".");
        }
        Observation to = latest.get();
        if (to.value() == null) {
            return none(
                    period(to),
                    period(to),
                    Direction.NO_DATA,
                    "The figure for " + to.periodLabel() + " has no value: " + FigureFormat.status(to) + ".");
        }
        return history.flatMap(History::previous)
                .map(from -> compared(from, to))
                .orElseGet(() -> withoutPrevious(to, history.flatMap(History::other)));
    }

    private static Change withoutPrevious(Observation to, Optional<Observation> other) {
        return other.map(from -> none(
                        period(from),
                        period(to),
                        Direction.NOT_COMPARABLE,
                        "The figure for " + from.periodLabel() + " (" + from.valueText()
                                + ") was measured under another definition, and none before "
                                + to.periodLabel() + " under this one."))
                .orElseGet(() -> none(
                        period(to),
                        period(to),
                        Direction.NO_DATA,
                        "No comparable figure is known from the " + History.LONGEST_GAP_MONTHS + " months before."));
    }

    private Change compared(Observation previous, Observation latest) {
        double from = previous.number();
        double to = latest.number();
        OptionalDouble worth = SmallCohort.worthOfOne(previous, latest);
        return new Change(
                period(previous),
                period(latest),
                FigureFormat.exact(to - from),
                rule.percent(from, to),
                rule.direction(from, to, worth),
                latest.valueText() + " (" + latest.periodLabel() + ") against " + previous.valueText() + " ("
                        + previous.periodLabel() + "), the previous comparable figure. "
                        + rule.describe(from, to, worth) + " " + rule.polarityWords());
    }

    private static Change none(PeriodEntry from, PeriodEntry to, Direction direction, String why) {
        return new Change(from, to, null, null, direction, why);
    }

    private static PeriodEntry period(Observation figure) {
        return new PeriodEntry(
                figure.period(),
                figure.periodKind(),
                figure.periodLabel(),
                figure.periodStart(),
                figure.periodEnd(),
                figure.reportingYear());
    }
}
