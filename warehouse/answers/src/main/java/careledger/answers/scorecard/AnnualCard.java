package careledger.answers.scorecard;

import careledger.answers.catalogue.PeriodEntry;
import careledger.answers.observation.Observation;
import careledger.answers.standing.NeighbourModels;
import careledger.schema.period.PeriodKind;
import careledger.schema.period.TimePeriod;
import careledger.schema.scorecard.Annual;
import careledger.schema.scorecard.Scorecard;
import careledger.schema.scorecard.ScorecardRow;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The figures of a card that shows one reporting year at a time. */
record AnnualCard(Scorecard card, Annual annual, String area, Figures figures, NeighbourModels models) {
    private static final String RAG_RULE =
            "As the figure's source prints it; no colour is computed; the three judgements are shown next to it.";

    /** The reporting years of which there is a figure with a value, oldest first. */
    List<PeriodEntry> years() {
        return figuresByYear().keySet().stream().map(AnnualCard::year).toList();
    }

    /** Those of which so many rows have a figure that the card may be offered as that of the year, oldest first. */
    List<PeriodEntry> completeYears() {
        SortedMap<Integer, Long> rows = figuresByYear();
        long enough = rows.values().stream().mapToLong(Long::longValue).max().orElse(0) / 3;
        return rows.entrySet().stream()
                .filter(year -> year.getValue() > enough)
                .map(year -> year(year.getKey()))
                .toList();
    }

    /** The newest complete year. */
    Optional<PeriodEntry> newest() {
        List<PeriodEntry> complete = completeYears();
        return complete.isEmpty() ? Optional.empty() : Optional.of(complete.get(complete.size() - 1));
    }

    /** The year of the card that shows a figure: for a school year the one of the same name. */
    private static int cardYear(Observation figure) {
        return figure.periodKind() == PeriodKind.ACADEMIC_YEAR ? figure.reportingYear() - 1 : figure.reportingYear();
    }

    /** How many rows have a figure with a value, by reporting year, oldest first. */
    private SortedMap<Integer, Long> figuresByYear() {
        return card.rows()
                .flatMap(row -> series(row.indicator(), row.breakdown()).stream()
                        .filter(figure -> figure.value() != null)
                        .map(AnnualCard::cardYear)
                        .filter(year -> year >= annual.firstYear())
                        .distinct())
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
    }

    static PeriodEntry year(int reportingYear) {
        return PeriodEntry.of(TimePeriod.financialYear(reportingYear));
    }

    RowAnswer row(ScorecardRow row, RowMaker maker) {
        List<Observation> series = series(row.indicator(), row.breakdown());
        Optional<Observation> latest = ofYear(series, maker.period().reportingYear());
        return maker.row(
                row,
                latest,
                row.sibling().flatMap(id -> latest.flatMap(figure -> sibling(id, figure))),
                neighbours(latest, maker),
                series,
                Optional.empty(),
                CardChange.NOTHING_KNOWN,
                ScorecardCounts::computed,
                figures,
                RAG_RULE);
    }

    private NeighbourFigures neighbours(Optional<Observation> latest, RowMaker maker) {
        return latest.map(figure -> new NeighbourRule(card, maker.catalogue(), models, figures).beside(figure))
                .orElseGet(() -> NeighbourFigures.none("No comparison: this row has no figure."));
    }

    List<String> notes(PeriodEntry year) {
        List<String> notes = new ArrayList<>();
        if (!completeYears().contains(year)) {
            notes.add("This year is not complete: only "
                    + figuresByYear().getOrDefault(year.reportingYear(), 0L) + " of "
                    + card.rows().count() + " rows have a figure.");
        }
        notes.addAll(List.of(
                "A row shows the newest figure of the reporting year " + year.label()
                        + " that is of a whole year, or of " + year.end().getDayOfMonth()
                        + " March; a school year is in the card of the same name, although it ends five months"
                        + " later, so the school results of " + year.label() + " are listed under " + year.label()
                        + ".",
                "In brackets: [x] not available, [c] kept back to protect people, [u] too few to be reliable,"
                        + " [low] rounds to zero, [z] does not apply."));
        return notes;
    }

    private List<Observation> series(String indicator, String breakdown) {
        return figures.of(indicator, area, breakdown).stream()
                .filter(figure -> annual.periodKinds().contains(figure.periodKind()))
                .filter(figure -> figure.periodKind() != PeriodKind.SNAPSHOT
                        || MonthDay.from(figure.periodEnd()).equals(annual.day()))
                .toList();
    }

    /** The newest of a year; one with a value goes before one without. */
    private static Optional<Observation> ofYear(List<Observation> series, int reportingYear) {
        List<Observation> ofYear = series.stream()
                .filter(figure -> cardYear(figure) == reportingYear)
                .toList();
        return ofYear.stream()
                .filter(figure -> figure.value() != null)
                .reduce((older, newer) -> newer)
                .or(() -> ofYear.stream().reduce((older, newer) -> newer));
    }

    /** Only of the same source: a count of another document is not the count behind the percentage. */
    private Optional<Observation> sibling(String indicator, Observation figure) {
        return figures.of(indicator, area, figure.breakdown()).stream()
                .filter(other -> other.period().equals(figure.period()))
                .filter(other -> other.source().equals(figure.source()))
                .findFirst();
    }
}
