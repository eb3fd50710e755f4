package careledger.answers.scorecard;

import careledger.answers.catalogue.PeriodEntry;
import careledger.answers.judgement.Change;
import careledger.answers.judgement.ChangeRule;
import careledger.answers.judgement.Direction;
import careledger.answers.judgement.FigureFormat;
import careledger.answers.judgement.FigurePeriod;
import careledger.answers.judgement.Inexact;
import careledger.answers.judgement.Pair;
import careledger.answers.observation.Observation;
import careledger.answers.series.PreviousFigure;
import java.util.Optional;

/**
 * Which way the figure of a row went; never across a break in the series.
 *
 * @param nothingBefore what is said where there is nothing to compare with
 */
record CardChange(ChangeRule rule, String nothingBefore) {
    /** Of cards that compare with whatever is known. */
    static final String NOTHING_KNOWN =
            "There is no comparable figure of the " + PreviousFigure.LONGEST_GAP_MONTHS + " months before.";

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
                    to.periodEntry(),
                    to.periodEntry(),
                    Direction.NO_DATA,
                    "The figure for " + FigurePeriod.name(to) + " has no value: " + FigureFormat.status(to) + ".");
        }
        return history.flatMap(History::previous)
                .map(from -> compared(from, to))
                .orElseGet(() -> withoutPrevious(to, history.flatMap(History::other)));
    }

    private Change withoutPrevious(Observation to, Optional<Observation> other) {
        return other.map(from -> none(
                        from.periodEntry(),
                        to.periodEntry(),
                        Direction.NOT_COMPARABLE,
                        "The figure for " + FigurePeriod.name(from) + " (" + from.valueText()
                                + ") was measured by another definition, and there is none before "
                                + FigurePeriod.name(to) + " by this one."))
                .orElseGet(() -> none(to.periodEntry(), to.periodEntry(), Direction.NO_DATA, nothingBefore));
    }

    private Change compared(Observation previous, Observation latest) {
        Optional<String> inexact = Inexact.reason(previous, latest);
        if (inexact.isPresent()) {
            return none(previous.periodEntry(), latest.periodEntry(), Direction.NOT_COMPARABLE, inexact.get());
        }
        Pair pair = Pair.of(previous, latest);
        return new Change(
                previous.periodEntry(),
                latest.periodEntry(),
                FigureFormat.exact(pair.to() - pair.from()),
                rule.percent(pair.from(), pair.to()),
                rule.direction(pair),
                latest.valueText() + " (" + FigurePeriod.label(latest) + ") against " + previous.valueText() + " ("
                        + FigurePeriod.label(previous) + "), the previous comparable figure"
                        + (previous.source().equals(latest.source()) ? " of the same document" : "") + ". "
                        + rule.describe(pair) + " " + rule.polarityWords());
    }

    private static Change none(PeriodEntry from, PeriodEntry to, Direction direction, String why) {
        return new Change(from, to, null, null, direction, why);
    }
}
