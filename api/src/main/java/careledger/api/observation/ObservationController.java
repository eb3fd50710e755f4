package careledger.api.observation;

import careledger.api.configuration.CareLedgerProperties;
import careledger.api.request.Answers;
import careledger.api.request.RequestRelease;
import careledger.warehouse.question.ArgumentPath;
import careledger.warehouse.question.PageRequest;
import careledger.warehouse.question.QuestionLimits;
import careledger.warehouse.question.catalogue.ReleaseCatalogue;
import careledger.warehouse.question.observation.Asked;
import careledger.warehouse.question.observation.Beside;
import careledger.warehouse.question.observation.FilterCheck;
import careledger.warehouse.question.observation.FilterDraft;
import careledger.warehouse.question.observation.ObservationPage;
import careledger.warehouse.question.observation.ObservationQuestion;
import careledger.warehouse.question.observation.ObservationSort;
import careledger.warehouse.serving.Lane;
import graphql.execution.MergedField;
import graphql.schema.DataFetchingEnvironment;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** The flat table. */
@Controller
final class ObservationController {
    private static final String FIELD = "observations";

    private final QuestionLimits limits;
    private final Answers answers;

    ObservationController(CareLedgerProperties properties, Answers answers) {
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
            @ContextValue(RequestRelease.KEY) RequestRelease release) {
        ReleaseCatalogue catalogue = release.catalogue();
        FilterDraft draft = filter.draft();
        new FilterCheck(catalogue, limits).check(draft, ArgumentPath.of(FIELD, "filter"));
        Asked asked = new Asked(draft.filter(), Optional.ofNullable(asOf));
        String identity = asked.identity() + sort;
        PageRequest page = PageRequest.of(
                FIELD, first, after, release.version(), identity, ObservationQuestion.keys(sort), limits);
        ObservationQuestion question = new ObservationQuestion(asked, sort, page);
        Set<Beside> beside = beside(field);
        if (after != null && beside.isEmpty()) {
            return release.ask(Lane.SLOW, sql -> question.answer(sql, catalogue, beside));
        }
        return answers.get(
                release.version(),
                ObservationPage.class,
                List.of(question, beside),
                () -> release.ask(
                        asked.filter().narrow() ? Lane.QUICK : Lane.SLOW,
                        sql -> question.answer(sql, catalogue, beside)),
                answer -> answer.rows().size());
    }

    private static Set<Beside> beside(DataFetchingEnvironment field) {
        Set<Beside> beside = EnumSet.noneOf(Beside.class);
        for (MergedField wanted : SubFields.of(field)) {
            switch (wanted.getName()) {
                case "totalCount", "columns" -> beside.add(Beside.TOTALS);
                case "warnings" -> beside.add(Beside.WARNINGS);
                default -> {}
            }
        }
        return beside;
    }
}
