package careledger.answers.scorecard;

import careledger.answers.catalogue.AreaEntry;
import careledger.answers.catalogue.IndicatorEntry;
import careledger.answers.catalogue.PeriodEntry;
import careledger.answers.catalogue.ReleaseCatalogue;
import careledger.answers.judgement.Change;
import careledger.answers.judgement.ChangeRule;
import careledger.answers.observation.Observation;
import careledger.answers.series.SeriesLines;
import careledger.schema.scorecard.Judged;
import careledger.schema.scorecard.Scorecard;
import careledger.schema.scorecard.ScorecardRow;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Puts the judgements beside a figure, the same way for every kind of card. */
record RowMaker(Scorecard card, ReleaseCatalogue catalogue, PeriodEntry period, String area) {
    /**
     * @param series the figures that the row's own may be compared with, oldest first
     * @param printed an earlier figure that the replayed document itself prints; it is compared with before all others
     * @param nothingBefore what is said where there is nothing to compare with
     * @param judged how the card counts a row
     * @param comparable figures of all areas, for comparators and targets
     */
    RowAnswer row(
            ScorecardRow row,
            Optional<Observation> latest,
            Optional<Observation> sibling,
            NeighbourFigures neighbours,
            List<Observation> series,
            Optional<Observation> printed,
            String nothingBefore,
            Function<Change, Optional<Judged>> judged,
            Figures comparable,
            String ragRule) {
        IndicatorEntry indicator = indicator(row.indicator());
        SeriesLines lines = new SeriesLines(indicator);
        Optional<History> history = latest.map(figure -> History.of(figure, series, lines))
                .map(found -> printed.map(found::against).orElse(found));
        Optional<Observation> target = comparable.target(
                row.indicator(),
                area,
                row.breakdown(),
                latest.map(Observation::reportingYear).orElse(period.reportingYear()));
        Optional<Observation> country = latest.flatMap(figure -> comparable.beside(figure, card.country()));
        ChangeRule rule = ChangeRule.of(indicator);
        Change change = new CardChange(rule, nothingBefore).of(latest, history, period);
        ComparatorRule comparators = new ComparatorRule(rule);
        return new RowAnswer(
                indicator,
                row.label(),
                row.breakdown(),
                latest.orElse(null),
                sibling.orElse(null),
                history.flatMap(History::previous).orElse(null),
                target.orElse(null),
                new TargetRule(rule, comparable.claims(row.indicator(), area)).of(target),
                neighbours.figure().orElse(null),
                neighbours.rule(),
                comparators.of(latest, neighbours.figure(), neighbours.name(), neighbours.pair()),
                country.orElse(null),
                comparators.of(latest, country, countryName()),
                latest.map(Observation::quartile).or(neighbours::quartile).orElse(null),
                latest.map(Observation::rag).orElse(null),
                ragRule,
                latest.map(Observation::direction).orElse(null),
                change,
                judged.apply(change).orElse(null),
                history.map(History::recent).orElse(List.of()),
                history.map(History::whole).orElse(List.of()));
    }

    private String countryName() {
        return catalogue.area(card.country()).map(AreaEntry::name).orElse(card.country());
    }

    private IndicatorEntry indicator(String id) {
        return catalogue
                .indicator(id)
                .orElseThrow(() -> new IllegalStateException(
                        "scorecard '" + card.id() + "' names indicator '" + id + "', which the release does not hold"));
    }
}
