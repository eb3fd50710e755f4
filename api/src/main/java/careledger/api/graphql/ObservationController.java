package careledger.api.graphql;

import careledger.answers.catalogue.ReleaseCatalogue;
import careledger.answers.observation.FilterCheck;
import careledger.answers.observation.FilterDraft;
import careledger.answers.observation.ObservationPage;
import careledger.answers.observation.ObservationPageQuery;
import careledger.answers.observation.ObservationQuery;
import careledger.answers.observation.ObservationSort;
import careledger.answers.observation.PageExtras;
import careledger.answers.query.ArgumentPath;
import careledger.answers.query.PageRequest;
import careledger.answers.query.QueryLimits;
import careledger.answers.serving.Priority;
import careledger.api.config.CareLedgerProperties;
import careledger.api.execution.AnswerCache;
import careledger.api.execution.RequestRelease;
import graphql.execution.MergedField;
import graphql.schema.DataFetchingEnvironment;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** The flat table. */
@Controller
final class ObservationController {
    private static final String FIELD = "observations";

    private final QueryLimits limits;
    private final AnswerCache answers;

    ObservationController(CareLedgerProperties properties, AnswerCache answers) {
        this.limits = properties.limits().question();
        this.answers = answers;
    }

    /** A further page of rows alone, as a long table reads one after the other, is not kept. */
    @QueryMapping
    ObservationPage observations(
            @Argument ObservationFilterInput filter,
            @Argument @Nullable LocalDate asOf,
            @Argument List<ObservationSort> sort,
            @Argument int first,
            @Argument @Nullable String after,
            DataFetchingEnvironment field,
            RequestRelease release) {
        ReleaseCatalogue catalogue = release.catalogue();
        FilterDraft draft = filter.draft();
        new FilterCheck(catalogue, limits).check(draft, ArgumentPath.of(FIELD, "filter"));
        ObservationQuery asked = new ObservationQuery(draft.filter(), Optional.ofNullable(asOf));
        String identity = asked.identity() + sort;
        PageRequest page = PageRequest.of(
                FIELD, first, after, release.version(), identity, ObservationPageQuery.keys(sort), limits);
        ObservationPageQuery question = new ObservationPageQuery(asked, sort, page);
        Set<PageExtras> beside = beside(field);
        if (after != null && beside.isEmpty()) {
            return release.query(Priority.SLOW, sql -> question.answer(sql, catalogue, beside));
        }
        return answers.get(
                release.version(),
                ObservationPage.class,
                List.of(question, beside),
                () -> release.query(
                        asked.filter().narrow() ? Priority.QUICK : Priority.SLOW,
                        sql -> question.answer(sql, catalogue, beside)),
                answer -> answer.rows().size());
    }

    private static Set<PageExtras> beside(DataFetchingEnvironment field) {
        Set<PageExtras> beside = EnumSet.noneOf(PageExtras.class);
        for (MergedField wanted : SubFields.of(field)) {
            switch (wanted.getName()) {
                case "totalCount", "columns" -> beside.add(PageExtras.TOTALS);
                case "warnings" -> beside.add(PageExtras.WARNINGS);
                default -> {}
            }
        }
        return beside;
    }
}
