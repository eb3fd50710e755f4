package careledger.api.slice;

import careledger.api.configuration.CareLedgerProperties;
import careledger.api.observation.ObservationFilterInput;
import careledger.api.request.Answers;
import careledger.api.request.RequestRelease;
import careledger.warehouse.question.ArgumentPath;
import careledger.warehouse.question.QuestionLimits;
import careledger.warehouse.question.catalogue.ReleaseCatalogue;
import careledger.warehouse.question.observation.Asked;
import careledger.warehouse.question.observation.FilterCheck;
import careledger.warehouse.question.observation.FilterDraft;
import careledger.warehouse.question.slice.Slice;
import careledger.warehouse.question.slice.SliceAxis;
import careledger.warehouse.question.slice.SliceCell;
import careledger.warehouse.question.slice.SliceQuestion;
import careledger.warehouse.serving.Lane;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** Cross-tables. */
@Controller
final class SliceController {
    private final QuestionLimits limits;
    private final String focusArea;
    private final Answers answers;

    SliceController(CareLedgerProperties properties, Answers answers) {
        this.limits = properties.limits().question();
        this.focusArea = properties.focusArea();
        this.answers = answers;
    }

    @QueryMapping
    Slice slice(
            @Argument ObservationFilterInput filter,
            @Argument List<SliceAxis> rows,
            @Argument List<SliceAxis> columns,
            @Argument SliceCell cell,
            @Argument @Nullable LocalDate asOf,
            @ContextValue(RequestRelease.KEY) RequestRelease release) {
        ReleaseCatalogue catalogue = release.catalogue();
        FilterDraft draft = filter.draft();
        new FilterCheck(catalogue, limits).check(draft, ArgumentPath.of("slice", "filter"));
        Asked asked = new Asked(draft.filter(), Optional.ofNullable(asOf));
        SliceQuestion question = new SliceQuestion(asked, rows, columns, cell, focusArea);
        return answers.get(
                release.version(),
                Slice.class,
                question,
                () -> release.ask(
                        asked.filter().narrow() ? Lane.QUICK : Lane.SLOW,
                        sql -> question.answer(sql, catalogue, limits, release.version())),
                slice -> slice.rows().size() * slice.columns().size());
    }
}
