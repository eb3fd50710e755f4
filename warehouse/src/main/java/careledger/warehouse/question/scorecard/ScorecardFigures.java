package careledger.warehouse.question.scorecard;

import careledger.schema.observation.ValueKind;
import careledger.schema.scorecard.Replay;
import careledger.schema.scorecard.Scorecard;
import careledger.schema.scorecard.ScorecardRow;
import careledger.warehouse.question.Sql;
import careledger.warehouse.question.observation.Asked;
import careledger.warehouse.question.observation.BreakdownScope;
import careledger.warehouse.question.observation.FigureQuestion;
import careledger.warehouse.question.observation.FilterDraft;
import careledger.warehouse.question.observation.Observation;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the figures that a scorecard needs: one statement for what is shown, one for what a replayed document says. */
record ScorecardFigures(Scorecard card, Sql sql) {
    /** More than the figures of any card, of all its breakdowns and years. */
    private static final int MOST = 200_000;

    /** The figures shown on a day, for an area and those that it is compared with. */
    List<Observation> shown(String area, List<String> others, Optional<LocalDate> asOf) throws SQLException {
        return read(
                new FilterDraft()
                        .indicators(indicators())
                        .areas(areas(area, others))
                        .valueKinds(
                                ValueKind.ACTUAL,
                                ValueKind.PROVISIONAL,
                                ValueKind.PREVIOUSLY_REPORTED,
                                ValueKind.TARGET),
                asOf);
    }

    /** What a document says, whether it is shown or not. */
    List<Observation> said(Replay replay, String area, Optional<LocalDate> asOf) throws SQLException {
        return read(
                new FilterDraft()
                        .sources(replay.source())
                        .areas(area, card.neighbours(), card.country())
                        .headlineOnly(false),
                asOf);
    }

    private List<Observation> read(FilterDraft draft, Optional<LocalDate> asOf) throws SQLException {
        Asked asked = new Asked(draft.breakdowns(BreakdownScope.ALL).filter(), asOf);
        return new FigureQuestion(asked, MOST).answer(sql);
    }

    private String[] areas(String area, List<String> others) {
        return Stream.concat(Stream.of(area, card.neighbours(), card.country()), others.stream())
                .distinct()
                .toArray(String[]::new);
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
