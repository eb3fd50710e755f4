package careledger.answers.comparison;

import careledger.answers.judgement.Computable;
import careledger.answers.judgement.FigureFormat;
import careledger.answers.judgement.FigurePeriod;
import careledger.answers.observation.Observation;
import careledger.schema.catalogue.Unit;
import careledger.schema.period.PeriodKind;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Amounts of money of financial years in the prices of the newest year that an index of prices holds.
 *
 * @param prices exact figures of that index, of one country and financial years
 */
record RealTerms(List<Observation> prices) {
    /** Amounts as published. */
    List<ComputedFigure> of(List<Observation> points) {
        return points.stream()
                .filter(point -> point.unit() == Unit.GBP && point.periodKind() == PeriodKind.FINANCIAL_YEAR)
                .flatMap(point ->
                        row(point, point.indicatorTitle(), point.number(), point.valueText(), List.of(point)).stream())
                .toList();
    }

    /** Amounts for each child, which were worked out before. */
    List<ComputedFigure> ofCosts(List<ComputedFigure> costs, List<Observation> made) {
        return costs.stream()
                .flatMap(cost -> row(
                        cost.figure(),
                        cost.title(),
                        cost.value(),
                        cost.valueText(),
                        made.stream()
                                .filter(figure -> cost.claims().contains(figure.claim()))
                                .toList())
                        .stream())
                .toList();
    }

    private Optional<ComputedFigure> row(
            Observation point, String title, double amount, String text, List<Observation> made) {
        Optional<Observation> newest = prices.stream().max(Comparator.comparing(Observation::periodEnd));
        Optional<Observation> own = prices.stream()
                .filter(price -> price.period().equals(point.period())
                        && newest.filter(last -> last.segment().equals(price.segment())
                                        && last.area().equals(price.area()))
                                .isPresent())
                .findFirst();
        if (newest.isEmpty() || own.isEmpty() || own.get().number() <= 0) {
            return Optional.empty();
        }
        Observation then = own.get();
        Observation now = newest.get();
        double value = FigureFormat.exact(amount * now.number() / then.number());
        List<Observation> all =
                Stream.concat(made.stream(), Stream.of(then, now)).distinct().toList();
        return Optional.of(new ComputedFigure(
                ComputedFigure.id(ComputedKind.REAL_TERMS, all),
                ComputedKind.REAL_TERMS,
                title + ", in the prices of " + FigurePeriod.label(now),
                point,
                point.periodEntry(),
                null,
                then.indicator(),
                then.indicatorTitle(),
                then.value(),
                then.valueText(),
                value,
                FigureFormat.figure(value, Unit.GBP, 0),
                "£ in the prices of " + FigurePeriod.label(now),
                null,
                null,
                Computable.provisional(all),
                "Worked out, not published: " + text + " in " + FigurePeriod.label(point) + ", times "
                        + now.valueText() + " (" + then.indicatorTitle() + ", " + FigurePeriod.label(now)
                        + "), divided by " + then.valueText() + " (" + FigurePeriod.label(then) + "). The index is of: "
                        + then.sourceTitle() + ".",
                Computable.claims(all)));
    }

    Optional<String> note(String deflator, List<Observation> points) {
        return points.stream().noneMatch(point -> point.unit() == Unit.GBP) || !prices.isEmpty()
                ? Optional.empty()
                : Optional.of("Nothing is given in real terms: no index of prices ('" + deflator
                        + "') is loaded, so amounts of different years are in the prices of their own years.");
    }
}
