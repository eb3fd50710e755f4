package careledger.api.trend;

import careledger.api.configuration.CareLedgerProperties;
import careledger.api.request.Answers;
import careledger.api.request.RequestRelease;
import careledger.schema.period.PeriodKind;
import careledger.warehouse.question.QuestionLimits;
import careledger.warehouse.question.catalogue.ReleaseCatalogue;
import careledger.warehouse.question.observation.MemberFilter;
import careledger.warehouse.question.trend.Trend;
import careledger.warehouse.question.trend.TrendCheck;
import careledger.warehouse.question.trend.TrendQuestion;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** One indicator over time. */
@Controller
final class TrendController {
    private final QuestionLimits limits;
    private final String focusArea;
    private final Answers answers;

    TrendController(CareLedgerProperties properties, Answers answers) {
        this.limits = properties.limits().question();
        this.focusArea = properties.focusArea();
        this.answers = answers;
    }

    @QueryMapping
    Trend trend(
            @Argument String indicator,
            @Argument @Nullable List<String> areas,
            @Argument List<MemberFilter> breakdown,
            @Argument @Nullable LocalDate from,
            @Argument @Nullable LocalDate to,
            @Argument @Nullable PeriodKind periodKind,
            @Argument @Nullable LocalDate asOf,
            @ContextValue(RequestRelease.KEY) RequestRelease release) {
        List<String> where = areas == null || areas.isEmpty() ? List.of(focusArea) : areas;
        TrendQuestion question =
                new TrendQuestion(indicator, where, breakdown, from, to, periodKind, Optional.ofNullable(asOf));
        ReleaseCatalogue catalogue = release.catalogue();
        new TrendCheck(catalogue, limits).check(question, where, breakdown);
        return answers.get(
                release.version(),
                Trend.class,
                question,
                () -> release.ask(sql -> question.answer(sql, catalogue, limits, release.version())),
                Trend::size);
    }
}
