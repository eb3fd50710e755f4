package careledger.warehouse.question.slice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import careledger.warehouse.question.QuestionLimits;
import careledger.warehouse.question.QuestionRefused;
import careledger.warehouse.question.SampleQuestions;
import careledger.warehouse.question.observation.Asked;
import careledger.warehouse.question.observation.FilterDraft;
import careledger.warehouse.question.observation.Warning;
import careledger.warehouse.question.observation.WarningCode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The sample has two figures of this series, and a target for one of them. */
class SliceQuestionTest {
    private static final FilterDraft PLACEMENTS =
            new FilterDraft().indicators("placements_3plus_pct").areas("E10000018");

    @Test
    void tellsOfTheTargetBesideTheFigures() {
        Slice slice = ask(PLACEMENTS, 100_000);

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
        assertThat(ask(PLACEMENTS, 2)).isEqualTo(ask(PLACEMENTS, 100_000));
    }

    @Test
    void refusesWhereTheFiguresAreTooMany() {
        assertThatThrownBy(() -> ask(PLACEMENTS, 1))
                .isInstanceOf(QuestionRefused.class)
                .hasMessageContaining(QuestionLimits.SLICE_CELLS);
    }

    /** The newest of the figures, and beside it the newest of the targets. */
    @Test
    void tellsOfTheTargetBesideTheNewestFigure() {
        Slice slice = ask(PLACEMENTS.filter().draft().latest(1), 100_000);

        assertThat(slice.rows()).singleElement().satisfies(row -> assertThat(row.texts())
                .containsExactly("8%"));
        assertThat(slice.warnings()).extracting(Warning::code).contains(WarningCode.NOT_SHOWN);
    }

    private static Slice ask(FilterDraft filter, int mostCells) {
        SliceQuestion question = new SliceQuestion(
                new Asked(filter.filter(), Optional.empty()),
                List.of(SliceAxis.INDICATOR),
                List.of(SliceAxis.PERIOD),
                SliceCell.VALUE,
                "E10000018");
        return SampleQuestions.ask((sql, catalogue) ->
                question.answer(sql, catalogue, new QuestionLimits(10_000, 200, mostCells), "sample"));
    }
}
