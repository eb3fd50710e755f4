package careledger.answers.judgement;

import careledger.answers.observation.Observation;
import careledger.answers.observation.ObservationFilter;
import careledger.schema.catalogue.Polarity;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Judges a target: one rule for trends and scorecards. A target is compared with the figure of its own period and
 * definition. Missed by no more than a level difference is within tolerance.
 *
 * @param claims every known claim of the indicator and area
 * @param date which figure a target is compared with
 */
public record TargetJudgement(ChangeRule rule, List<Observation> claims, TargetDate date) {
    private static final MonthDay YEAR_END = MonthDay.of(3, 31);
    private static final int LATEST_MONTHS = 18;
    private static final Comparator<Observation> BY_TIME =
            Comparator.comparing(Observation::periodEnd).thenComparing(Observation::period);

    /**
     * A verdict on a target.
     *
     * @param figure what the target was compared with
     * @param later whether that figure is of a later day than the target
     * @param rule how it was judged, or why it was not
     */
    public record Judged(TargetVerdict verdict, Optional<Observation> figure, boolean later, String rule) {
        /** The rule as the end of a sentence: with a small first letter. */
        public String lowered() {
            return rule.substring(0, 1).toLowerCase(Locale.UK) + rule.substring(1);
        }
    }

    public TargetJudgement {
        claims = List.copyOf(claims);
    }

    /** @param target has a value */
    public Judged of(Observation target) {
        List<Observation> ofPeriod = measured(target, claim -> claim.period().equals(target.period()));
        Optional<Observation> own = ofPeriod.stream()
                .filter(claim -> claim.segment().equals(target.segment()))
                .max(Comparator.comparing(Observation::headline)
                        .thenComparing(Observation::publishedOn)
                        .thenComparing(Observation::id, Comparator.reverseOrder()));
        Optional<Observation> later =
                own.isEmpty() && date == TargetDate.NEXT_YEAR_END ? nextYearEnd(target) : Optional.empty();
        Optional<Observation> figure = own.or(() -> later);
        if (figure.isEmpty()) {
            return notJudged(ofPeriod.isEmpty() ? noFigure(target) : otherDefinition(target, ofPeriod.get(0)));
        }
        Optional<String> inexact = Inexact.comparison(figure.get(), target);
        if (inexact.isPresent()) {
            return notJudged(inexact.get() + ".");
        }
        if (rule.polarity() == Polarity.NONE) {
            return notJudged("this measure has no better direction, so " + aim(target) + " is only shown.");
        }
        return judged(target, figure.get(), later.isPresent());
    }

    private Judged judged(Observation target, Observation figure, boolean later) {
        boolean higher = rule.polarity() == Polarity.HIGH_IS_GOOD;
        Pair pair = Pair.target(target, figure);
        TargetVerdict verdict = rule.verdict(pair);
        String outranked = figure.headline()
                ? ""
                : " That figure is not the one shown for the period: it is measured by the target's own definition.";
        String months = !later
                ? ""
                : " The target is for " + FigurePeriod.name(target)
                        + "; no figure was published for it, so it is compared"
                        + " on request with the next year-end, "
                        + ChronoUnit.MONTHS.between(target.periodEnd(), figure.periodEnd()) + " months later.";
        return new Judged(
                verdict,
                Optional.of(figure),
                later,
                FigureFormat.capital(verdict.describe()) + (later ? " at the next year-end" : "") + ": "
                        + figure.valueText()
                        + " for " + FigurePeriod.name(figure) + " (" + figure.sourceTitle() + ") against a target of "
                        + (higher ? "at least " : "at most ") + target.valueText() + "." + outranked + months
                        + " Within tolerance means short of it by at most " + rule.allowed(pair) + " (rule "
                        + rule.tolerance().id() + ")" + ", or by what " + rule.one() + " makes.");
    }

    private static Judged notJudged(String why) {
        return new Judged(TargetVerdict.NOT_JUDGED, Optional.empty(), false, "Not judged: " + why);
    }

    private Optional<Observation> nextYearEnd(Observation target) {
        LocalDate limit = target.periodEnd().plusMonths(LATEST_MONTHS);
        return comparable(target).stream()
                .filter(claim -> MonthDay.from(claim.periodEnd()).equals(YEAR_END))
                .filter(claim -> claim.periodEnd().isAfter(target.periodEnd())
                        && !claim.periodEnd().isAfter(limit))
                .findFirst();
    }

    private String noFigure(Observation target) {
        List<Observation> comparable = comparable(target);
        List<String> nearest = new ArrayList<>();
        comparable.stream()
                .filter(claim -> claim.periodEnd().isBefore(target.periodEnd()))
                .reduce((first, second) -> second)
                .ifPresent(claim -> nearest.add(said(claim)));
        comparable.stream()
                .filter(claim -> claim.periodEnd().isAfter(target.periodEnd()))
                .findFirst()
                .ifPresent(claim -> nearest.add(said(claim)));
        return "no figure for " + FigurePeriod.name(target) + " was published"
                + (nearest.isEmpty()
                        ? " under the target's definition."
                        : "; the nearest under its definition " + (nearest.size() == 1 ? "is " : "are ")
                                + String.join(" and ", nearest)
                                + ". A target is compared only with the figure of its own period.");
    }

    private List<Observation> comparable(Observation target) {
        return measured(target, claim -> claim.headline() && claim.segment().equals(target.segment())).stream()
                .sorted(BY_TIME)
                .toList();
    }

    private List<Observation> measured(Observation target, Predicate<Observation> which) {
        return claims.stream()
                .filter(claim -> claim.value() != null
                        && ObservationFilter.USUAL_KINDS.contains(claim.valueKind())
                        && claim.breakdown().equals(target.breakdown()))
                .filter(which)
                .toList();
    }

    private static String otherDefinition(Observation target, Observation figure) {
        return "the figure for " + FigurePeriod.name(target) + ", " + figure.valueText()
                + ", is measured by another definition than " + aim(target) + ".";
    }

    private static String said(Observation claim) {
        return claim.valueText() + " (" + FigurePeriod.label(claim) + ")";
    }

    private static String aim(Observation target) {
        return "the target of " + target.valueText();
    }
}
