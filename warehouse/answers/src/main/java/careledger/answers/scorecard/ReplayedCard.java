package careledger.answers.scorecard;

import careledger.answers.catalogue.PeriodEntry;
import careledger.answers.observation.Observation;
import careledger.answers.series.PreviousFigure;
import careledger.schema.scorecard.Replay;
import careledger.schema.scorecard.Scorecard;
import careledger.schema.scorecard.ScorecardRow;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The figures of a card that gives a document back as it was printed.
 *
 * @param printed what the document's card says, comparators included
 * @param text everything that the document says, its counts of itself included
 * @param known figures that were shown when the document came out
 */
record ReplayedCard(Scorecard card, Replay replay, String area, Figures printed, Figures text, Figures known) {
    static ReplayedCard of(Scorecard card, Replay replay, String area, List<Observation> said, Figures known) {
        List<Observation> printed = said.stream()
                .filter(figure -> figure.sourceLocator().startsWith(replay.locator()))
                .toList();
        return new ReplayedCard(card, replay, area, new Figures(printed), new Figures(said), known);
    }

    static PeriodEntry period(Replay replay) {
        return PeriodEntry.of(replay.period());
    }

    RowAnswer row(ScorecardRow row, RowMaker maker) {
        Optional<Observation> latest = printed(row.indicator(), area, row.breakdown());
        return maker.row(
                row,
                latest,
                row.sibling().flatMap(id -> printed(id, area, row.breakdown())),
                printed(row.indicator(), card.neighbours(), row.breakdown())
                        .map(NeighbourFigures::printed)
                        .orElseGet(
                                () -> NeighbourFigures.none("The document has no column of neighbours for this row.")),
                text.of(row.indicator(), area, row.breakdown()),
                latest.flatMap(this::printedBefore),
                unprinted(row, latest),
                change -> latest.map(Observation::direction).flatMap(replay::judged),
                known,
                latest.map(Observation::rag).isPresent() ? replay.ragKey() : "No colour is printed for this row.");
    }

    /** The newest comparable earlier figure that the document itself prints, of the eighteen months before. */
    private Optional<Observation> printedBefore(Observation latest) {
        return text.of(latest.indicator(), area, latest.breakdown()).stream()
                .filter(figure -> figure.value() != null && figure.segment().equals(latest.segment()))
                .filter(figure -> figure.periodEnd().isBefore(latest.periodEnd())
                        && !figure.periodEnd()
                                .isBefore(latest.periodEnd().minusMonths(PreviousFigure.LONGEST_GAP_MONTHS)))
                .reduce((older, newer) -> newer);
    }

    /** What the document says about a change where it prints no earlier figure. */
    private String unprinted(ScorecardRow row, Optional<Observation> latest) {
        String direction = latest.map(Observation::direction)
                .map(printed -> "the way it went ('" + printed + "')")
                .orElse("");
        String change = row.printedChange()
                .flatMap(id -> text.of(id, area, row.breakdown()).stream().findFirst())
                .map(printed -> "the change (" + printed.valueText() + ", " + printed.direction() + ")")
                .orElse("");
        String both =
                Stream.of(direction, change).filter(part -> !part.isEmpty()).collect(Collectors.joining(" and "));
        return "The document prints no earlier figure" + (both.isEmpty() ? "." : ", only " + both + ".");
    }

    /** How the document counts itself; none where it does not say how many measures it reports. */
    Optional<ScorecardCounts> counts() {
        return count(replay.measures(), "total")
                .map(reported -> new ScorecardCounts(
                        reported,
                        count(replay.measures(), "trend=improved").orElse(0),
                        count(replay.measures(), "trend=no_significant_change").orElse(0),
                        count(replay.measures(), "trend=declined").orElse(0),
                        count(replay.measures(), "trend=no_polarity").orElse(0),
                        IntStream.rangeClosed(1, 4)
                                .mapToObj(i -> count(replay.benchmarked(), "quartile=quartile_" + i)
                                        .orElse(0))
                                .toList()));
    }

    private Optional<Integer> count(String indicator, String breakdown) {
        return text.of(indicator, area, breakdown).stream()
                .filter(figure -> figure.period().equals(replay.period().id()))
                .flatMap(figure -> Optional.ofNullable(figure.value()).stream())
                .map(Double::intValue)
                .findFirst();
    }

    private Optional<Observation> printed(String indicator, String of, String breakdown) {
        return printed.of(indicator, of, breakdown).stream().findFirst();
    }
}
