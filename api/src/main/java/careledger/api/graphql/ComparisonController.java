package careledger.api.graphql;

import careledger.answers.catalogue.Names;
import careledger.answers.catalogue.ReleaseCatalogue;
import careledger.answers.comparison.ComputedFigures;
import careledger.answers.comparison.ComputedKind;
import careledger.answers.comparison.ComputedQuery;
import careledger.answers.comparison.TrendSet;
import careledger.answers.comparison.YearRow;
import careledger.answers.comparison.YearTableQuery;
import careledger.answers.judgement.TargetDate;
import careledger.answers.observation.Observation;
import careledger.answers.observation.ObservationPage;
import careledger.answers.query.ArgumentPath;
import careledger.answers.query.InvalidArgument;
import careledger.answers.query.InvalidQueryException;
import careledger.answers.query.QueryLimits;
import careledger.answers.scorecard.RowAnswer;
import careledger.answers.scorecard.ScorecardAnswer;
import careledger.answers.standing.Standing;
import careledger.answers.standing.StandingGroup;
import careledger.answers.standing.StandingQuery;
import careledger.answers.trend.Trend;
import careledger.answers.trend.TrendCheck;
import careledger.answers.trend.TrendLine;
import careledger.answers.trend.TrendQuery;
import careledger.api.config.CareLedgerProperties;
import careledger.api.execution.AnswerCache;
import careledger.api.execution.RequestRelease;
import careledger.schema.period.PeriodKind;
import graphql.schema.DataFetchingEnvironment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** What is worked out beside the figures that other fields answer: gaps, means, ranks, and values of several documents. */
@Controller
final class ComparisonController {
    private static final int MOST_INDICATORS = 10;

    private final QueryLimits limits;
    private final String focusArea;
    private final AnswerCache answers;

    ComparisonController(CareLedgerProperties properties, AnswerCache answers) {
        this.limits = properties.limits().question();
        this.focusArea = properties.focusArea();
        this.answers = answers;
    }

    @QueryMapping
    TrendSet trends(
            @Argument List<String> indicators,
            @Argument @Nullable List<String> areas,
            @Argument @Nullable LocalDate from,
            @Argument @Nullable LocalDate to,
            @Argument @Nullable PeriodKind periodKind,
            @Argument @Nullable LocalDate asOf,
            RequestRelease release) {
        ArgumentPath path = ArgumentPath.of("trends", "indicators");
        if (indicators.isEmpty() || indicators.size() > MOST_INDICATORS) {
            throw new InvalidQueryException(InvalidArgument.badInput(
                    path,
                    indicators.size() + " indicators are named.",
                    "Name at least one and at most " + MOST_INDICATORS + "."));
        }
        ReleaseCatalogue catalogue = release.catalogue();
        Names names = new Names(catalogue);
        List<String> where = areas == null || areas.isEmpty() ? List.of(focusArea) : names.areas(areas);
        List<Trend> trends = new ArrayList<>();
        for (String indicator :
                indicators.stream().map(names::indicator).distinct().toList()) {
            TrendQuery question = new TrendQuery(
                    indicator,
                    where,
                    List.of(),
                    from,
                    to,
                    periodKind,
                    Optional.ofNullable(asOf),
                    TargetDate.OWN_PERIOD);
            new TrendCheck(catalogue, limits).check(question, where, List.of());
            trends.add(answers.get(
                    release.version(),
                    Trend.class,
                    question,
                    () -> release.query(sql -> question.answer(sql, catalogue, limits, release.version())),
                    Trend::size));
        }
        return TrendSet.of(trends, release.version());
    }

    @SchemaMapping(typeName = "Trend", field = "computed")
    ComputedFigures computed(
            Trend trend,
            @Argument @Nullable List<ComputedKind> kinds,
            DataFetchingEnvironment field,
            RequestRelease release) {
        Set<ComputedKind> wanted =
                kinds == null ? EnumSet.allOf(ComputedKind.class) : kinds.isEmpty() ? Set.of() : EnumSet.copyOf(kinds);
        ComputedQuery question = new ComputedQuery(trend, wanted, asOf(field));
        return release.query(sql -> question.answer(sql, release.catalogue()));
    }

    @SchemaMapping(typeName = "Trend", field = "standings")
    List<Standing> standings(
            Trend trend, @Argument StandingGroup group, DataFetchingEnvironment field, RequestRelease release) {
        return standings(
                trend.lines().stream()
                        .map(TrendLine::points)
                        .flatMap(List::stream)
                        .toList(),
                group,
                field,
                release);
    }

    @SchemaMapping(typeName = "ObservationPage", field = "standings")
    List<Standing> standings(
            ObservationPage page,
            @Argument StandingGroup group,
            DataFetchingEnvironment field,
            RequestRelease release) {
        return standings(page.rows(), group, field, release);
    }

    @SchemaMapping(typeName = "Scorecard", field = "standings")
    List<Standing> standings(
            ScorecardAnswer card,
            @Argument StandingGroup group,
            DataFetchingEnvironment field,
            RequestRelease release) {
        List<Observation> latest = card.sections().stream()
                .flatMap(section -> section.rows().stream())
                .map(RowAnswer::latest)
                .filter(Objects::nonNull)
                .toList();
        return standings(latest, group, field, release);
    }

    @SchemaMapping(typeName = "Trend", field = "years")
    List<YearRow> years(Trend trend, DataFetchingEnvironment field, RequestRelease release) {
        YearTableQuery question = new YearTableQuery(trend, asOf(field));
        return release.query(sql -> question.answer(sql, release.catalogue()));
    }

    private List<Standing> standings(
            List<Observation> figures, StandingGroup group, DataFetchingEnvironment field, RequestRelease release) {
        StandingQuery question = new StandingQuery(figures, group, asOf(field));
        return release.query(sql -> question.answer(sql, release.catalogue(), limits));
    }

    /** The day as of which the root field is answered. */
    private static Optional<LocalDate> asOf(DataFetchingEnvironment field) {
        return Optional.ofNullable((LocalDate) ReleaseArgument.root(field.getExecutionStepInfo())
                .getArguments()
                .get("asOf"));
    }
}
