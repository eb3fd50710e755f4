package careledger.answers.scorecard;

import careledger.answers.catalogue.DimensionAttributes;
import careledger.answers.observation.BreakdownScope;
import careledger.answers.observation.FigureQuery;
import careledger.answers.observation.FilterDraft;
import careledger.answers.observation.Observation;
import careledger.answers.observation.ObservationQuery;
import careledger.answers.query.Sql;
import careledger.schema.observation.Breakdown;
import careledger.schema.observation.ValueKind;
import careledger.schema.scorecard.Replay;
import careledger.schema.scorecard.Scorecard;
import careledger.schema.scorecard.ScorecardRow;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the figures that a scorecard needs: one statement for what is shown, one for what a replayed document says. */
record ScorecardFigures(Scorecard card, Sql sql, DimensionAttributes attributes) {
    /** More than the figures of any card, of all its breakdowns and years. */
    private static final int MOST = 200_000;

    /** The figures shown on a day, for an area and those that a document or the country sets beside it. */
    List<Observation> shown(String area, Optional<LocalDate> asOf) throws SQLException {
        return read(
                new FilterDraft()
                        .indicators(indicators())
                        .areas(area, card.neighbours(), card.country())
                        .valueKinds(
                                ValueKind.ACTUAL,
                                ValueKind.PROVISIONAL,
                                ValueKind.PREVIOUSLY_REPORTED,
                                ValueKind.TARGET)
                        .breakdowns(BreakdownScope.ALL),
                asOf);
    }

    /** Every claim known on a day of the indicators that have a target, for the area alone. */
    List<Observation> besideTargets(List<Observation> shown, String area, Optional<LocalDate> asOf)
            throws SQLException {
        String[] judged = shown.stream()
                .filter(figure ->
                        figure.valueKind() == ValueKind.TARGET && figure.area().equals(area))
                .map(Observation::indicator)
                .distinct()
                .toArray(String[]::new);
        return judged.length == 0
                ? List.of()
                : read(
                        new FilterDraft()
                                .indicators(judged)
                                .areas(area)
                                .headlineOnly(false)
                                .breakdowns(BreakdownScope.ALL),
                        asOf);
    }

    /** The figures of the rows alone for other areas; most rows are totals, so that parts are read for few. */
    List<Observation> ofOthers(List<String> areas, Optional<LocalDate> asOf) throws SQLException {
        List<Observation> figures = new ArrayList<>();
        for (BreakdownScope scope : List.of(BreakdownScope.TOTALS, BreakdownScope.PARTS)) {
            String[] wanted = card.rows()
                    .filter(row -> row.breakdown().equals(Breakdown.TOTAL.id()) == (scope == BreakdownScope.TOTALS))
                    .map(ScorecardRow::indicator)
                    .distinct()
                    .toArray(String[]::new);
            if (wanted.length > 0 && !areas.isEmpty()) {
                figures.addAll(read(
                        new FilterDraft()
                                .indicators(wanted)
                                .areas(areas.toArray(String[]::new))
                                .breakdowns(scope),
                        asOf));
            }
        }
        return figures;
    }

    /** What a document says, whether it is shown or not. */
    List<Observation> said(Replay replay, String area, Optional<LocalDate> asOf) throws SQLException {
        return read(
                new FilterDraft()
                        .sources(replay.source())
                        .areas(area, card.neighbours(), card.country())
                        .headlineOnly(false)
                        .breakdowns(BreakdownScope.ALL),
                asOf);
    }

    private List<Observation> read(FilterDraft draft, Optional<LocalDate> asOf) throws SQLException {
        return new FigureQuery(new ObservationQuery(draft.filter(), asOf), MOST).answer(sql, attributes);
    }

    private String[] indicators() {
        return card.rows()
                .flatMap(row -> Stream.concat(Stream.of(row.indicator()), siblings(row)))
                .distinct()
                .toArray(String[]::new);
    }

    private static Stream<String> siblings(ScorecardRow row) {
        return row.sibling().stream();
    }
}
