package careledger.api.graphql;

import careledger.answers.catalogue.Names;
import careledger.answers.catalogue.ReleaseCatalogue;
import careledger.answers.judgement.TargetDate;
import careledger.answers.observation.MemberFilter;
import careledger.answers.query.QueryLimits;
import careledger.answers.trend.BreakdownArguments;
import careledger.answers.trend.Trend;
import careledger.answers.trend.TrendCheck;
import careledger.answers.trend.TrendQuery;
import careledger.api.config.CareLedgerProperties;
import careledger.api.execution.AnswerCache;
import careledger.api.execution.RequestRelease;
import careledger.schema.period.PeriodKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** One indicator over time. */
@Controller
final class TrendController {
    private final QueryLimits limits;
    private final String focusArea;
    private final AnswerCache answers;

    TrendController(CareLedgerProperties properties, AnswerCache answers) {
        this.limits = properties.limits().question();
        this.focusArea = properties.focusArea();
        this.answers = answers;
    }

    @QueryMapping
    Trend trend(
            @Argument String indicator,
            @Argument @Nullable List<String> areas,
            @Argument List<MemberFilter> breakdown,
            @Argument List<String> by,
            @Argument List<String> breakdowns,
            @Argument @Nullable LocalDate from,
            @Argument @Nullable LocalDate to,
            @Argument @Nullable PeriodKind periodKind,
            @Argument @Nullable LocalDate asOf,
            @Argument TargetDate targetDate,
            RequestRelease release) {
        ReleaseCatalogue catalogue = release.catalogue();
        Names names = new Names(catalogue);
        List<String> where = areas == null || areas.isEmpty() ? List.of(focusArea) : names.areas(areas);
        List<MemberFilter> parts =
                BreakdownArguments.of(breakdown, names.dimensions(by), breakdowns, catalogue).stream()
                        .map(members -> members.known(catalogue))
                        .toList();
        TrendQuery question = new TrendQuery(
                names.indicator(indicator), where, parts, from, to, periodKind, Optional.ofNullable(asOf), targetDate);
        new TrendCheck(catalogue, limits).check(question, where, parts);
        return answers.get(
                release.version(),
                Trend.class,
                question,
                () -> release.query(sql -> question.answer(sql, catalogue, limits, release.version())),
                Trend::size);
    }
}
