package careledger.api.graphql;

import careledger.answers.catalogue.ReleaseCatalogue;
import careledger.answers.observation.FilterCheck;
import careledger.answers.observation.FilterDraft;
import careledger.answers.observation.ObservationQuery;
import careledger.answers.query.ArgumentPath;
import careledger.answers.query.QueryLimits;
import careledger.answers.serving.Priority;
import careledger.answers.slice.Slice;
import careledger.answers.slice.SliceAxis;
import careledger.answers.slice.SliceCell;
import careledger.answers.slice.SliceQuery;
import careledger.api.config.CareLedgerProperties;
import careledger.api.execution.AnswerCache;
import careledger.api.execution.RequestRelease;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** Cross-tables. */
@Controller
final class SliceController {
    private final QueryLimits limits;
    private final String focusArea;
    private final AnswerCache answers;

    SliceController(CareLedgerProperties properties, AnswerCache answers) {
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
            RequestRelease release) {
        ReleaseCatalogue catalogue = release.catalogue();
        FilterDraft draft = filter.draft();
        new FilterCheck(catalogue, limits).check(draft, ArgumentPath.of("slice", "filter"));
        ObservationQuery asked = new ObservationQuery(draft.filter(), Optional.ofNullable(asOf));
        SliceQuery question = new SliceQuery(asked, rows, columns, cell, focusArea);
        return answers.get(
                release.version(),
                Slice.class,
                question,
                () -> release.query(
                        asked.filter().narrow() ? Priority.QUICK : Priority.SLOW,
                        sql -> question.answer(sql, catalogue, limits, release.version())),
                slice -> slice.rows().size() * slice.columns().size());
    }
}
