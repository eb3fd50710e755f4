package careledger.answers.slice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import careledger.answers.observation.FilterDraft;
import careledger.answers.observation.ObservationQuery;
import careledger.answers.observation.Warning;
import careledger.answers.observation.WarningCode;
import careledger.answers.query.InvalidQueryException;
import careledger.answers.query.QueryLimits;
import careledger.answers.query.SampleQueries;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The sample has two figures of this series, and a target for one of them. */
class SliceQueryTest {
    private static final FilterDraft PLACEMENTS =
            new FilterDraft().indicators("placements_3plus_pct").areas("E10000018");

    @Test
    void tellsOfTheTargetBesideTheFigures() {
        Slice slice = query(PLACEMENTS, 100_000);

        assertThat(slice.rows()).singleElement().satisfies(row -> assertThat(row.texts())
                .containsExactly("9.5%", "8%"));
        assertThat(slice.warnings())
                .filteredOn(warning -> warning.code() == WarningCode.NOT_SHOWN)
                .singleElement()
                .satisfies(warning -> assertThat(warning.message()).contains("1 target (TARGET)"));
    }

    /** The target is no cell, and so never the one too many. */
    @Test
    void answersTheSameWhereFiguresAndTargetsTogetherAreTooMany() {
        assertThat(query(PLACEMENTS, 2)).isEqualTo(query(PLACEMENTS, 100_000));
    }

    @Test
    void refusesWhereTheFiguresAreTooMany() {
        assertThatThrownBy(() -> query(PLACEMENTS, 1))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessageContaining(QueryLimits.SLICE_CELLS);
    }

    /** The newest of the figures, and beside it the newest of the targets. */
    @Test
    void tellsOfTheTargetBesideTheNewestFigure() {
        Slice slice = query(PLACEMENTS.filter().draft().latest(1), 100_000);

        assertThat(slice.rows()).singleElement().satisfies(row -> assertThat(row.texts())
                .containsExactly("8%"));
        assertThat(slice.warnings()).extracting(Warning::code).contains(WarningCode.NOT_SHOWN);
    }

    private static Slice query(FilterDraft filter, int mostCells) {
        SliceQuery question = new SliceQuery(
                new ObservationQuery(filter.filter(), Optional.empty()),
                List.of(SliceAxis.INDICATOR),
                List.of(SliceAxis.PERIOD),
                SliceCell.VALUE,
                "E10000018");
        return SampleQueries.query(
                (sql, catalogue) -> question.answer(sql, catalogue, new QueryLimits(10_000, 200, mostCells), "sample"));
    }
}
