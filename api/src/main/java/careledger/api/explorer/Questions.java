package careledger.api.explorer;

import careledger.answers.catalogue.AvailabilityEntry;
import careledger.answers.catalogue.AvailabilityQuery;
import careledger.answers.catalogue.ReleaseCatalogue;
import careledger.answers.comparison.ComputedFigures;
import careledger.answers.comparison.ComputedKind;
import careledger.answers.comparison.ComputedQuery;
import careledger.answers.comparison.YearRow;
import careledger.answers.comparison.YearTableQuery;
import careledger.answers.conflict.Conflict;
import careledger.answers.conflict.ConflictQuery;
import careledger.answers.conflict.QualityNoteQuery;
import careledger.answers.diff.ReleaseDiffPage;
import careledger.answers.diff.ReleaseDiffQuery;
import careledger.answers.observation.ClaimQuery;
import careledger.answers.observation.FigureQuery;
import careledger.answers.observation.MemberFilter;
import careledger.answers.observation.Observation;
import careledger.answers.observation.ObservationFilter;
import careledger.answers.observation.ObservationQuery;
import careledger.answers.observation.ShortClaimQuestion;
import careledger.answers.query.ArgumentPath;
import careledger.answers.query.InvalidArgument;
import careledger.answers.query.Page;
import careledger.answers.query.PageRequest;
import careledger.answers.query.QueryLimits;
import careledger.answers.revision.RevisionPage;
import careledger.answers.revision.RevisionQuery;
import careledger.answers.scorecard.ScorecardAnswer;
import careledger.answers.scorecard.ScorecardInfo;
import careledger.answers.scorecard.ScorecardQuery;
import careledger.answers.standing.NeighbourModels;
import careledger.answers.standing.Standing;
import careledger.answers.standing.StandingGroup;
import careledger.answers.standing.StandingQuery;
import careledger.answers.trend.Trend;
import careledger.answers.trend.TrendCheck;
import careledger.answers.trend.TrendQuery;
import careledger.api.config.CareLedgerProperties;
import careledger.api.execution.AnswerCache;
import careledger.api.execution.RequestRelease;
import careledger.release.store.Release;
import careledger.schema.scorecard.Scorecard;
import careledger.schema.scorecard.ScorecardReader;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * What pages ask: the same questions as GraphQL, answered by the same classes and kept in the same place, so that a page
 * and the API agree.
 */
@Component
final class Questions {
    private static final int MOST_ROWS = 1000;

    private final Map<String, Scorecard> cards = ScorecardReader.builtIn();
    private final QueryLimits limits;
    private final String focusArea;
    private final AnswerCache answers;

    Questions(CareLedgerProperties properties, AnswerCache answers) {
        this.limits = properties.limits().question();
        this.focusArea = properties.focusArea();
        this.answers = answers;
    }

    /** @param areas the first is the one that the page is about */
    Trend trend(
            PageVisit visit,
            String indicator,
            List<String> areas,
            List<MemberFilter> breakdown,
            Optional<LocalDate> asOf) {
        TrendQuery question = new TrendQuery(indicator, areas, breakdown, null, null, null, asOf);
        RequestRelease release = visit.release();
        ReleaseCatalogue catalogue = release.catalogue();
        new TrendCheck(catalogue, limits).check(question, areas, breakdown);
        return answers.get(
                release.version(),
                Trend.class,
                question,
                () -> release.query(sql -> question.answer(sql, catalogue, limits, release.version())),
                Trend::size);
    }

    /** Figures in the order of the warehouse, at most a thousand. */
    List<Observation> figures(PageVisit visit, ObservationFilter filter, Optional<LocalDate> asOf) {
        return figures(visit, filter, asOf, MOST_ROWS);
    }

    List<Observation> figures(PageVisit visit, ObservationFilter filter, Optional<LocalDate> asOf, int most) {
        ObservationQuery asked = new ObservationQuery(filter, asOf);
        RequestRelease release = visit.release();
        return answers.get(
                        release.version(),
                        Figures.class,
                        asked.identity() + most,
                        () -> new Figures(release.query(sql -> new FigureQuery(asked, most, false)
                                .answer(sql, release.catalogue().attributes()))),
                        found -> found.rows().size())
                .rows();
    }

    ScorecardAnswer scorecard(
            PageVisit visit, String id, Optional<String> period, String area, Optional<LocalDate> asOf) {
        if (!cards.containsKey(id)) {
            PageVisit.refuse(InvalidArgument.unknown(ArgumentPath.of("scorecard"), "scorecard", id, cards.keySet()));
        }
        ScorecardQuery question = new ScorecardQuery(Objects.requireNonNull(cards.get(id)), period, area, asOf);
        RequestRelease release = visit.release();
        return answers.get(
                release.version(),
                ScorecardAnswer.class,
                question,
                () -> release.query(sql -> question.answer(sql, release.catalogue(), release.version())),
                answer -> answer.sections().stream()
                        .mapToInt(section -> section.rows().size())
                        .sum());
    }

    /** Every scorecard, with the periods for which the service's own area has one. */
    List<ScorecardInfo> scorecards(PageVisit visit) {
        return cards.values().stream().map(card -> info(card, visit.release())).toList();
    }

    private ScorecardInfo info(Scorecard card, RequestRelease release) {
        ScorecardQuery question = new ScorecardQuery(card, Optional.empty(), focusArea, Optional.empty());
        return answers.get(
                release.version(),
                ScorecardInfo.class,
                question,
                () -> release.query(sql -> new ScorecardInfo(
                        card.id(), card.title(), card.audience(), question.periods(sql, release.catalogue()))),
                info -> info.periods().size());
    }

    /** Where some indicators have figures, and since when. */
    Map<String, List<AvailabilityEntry>> availability(PageVisit visit, Collection<String> indicators) {
        return visit.release().query(sql -> new AvailabilityQuery(indicators).answer(sql, visit.catalogue()));
    }

    Page<Conflict> conflicts(PageVisit visit, Optional<String> indicator, Optional<String> area, int first) {
        PageRequest page = PageRequest.of(
                "conflicts",
                first,
                null,
                visit.release().version(),
                indicator + "|" + area,
                ConflictQuery.KEYS,
                limits);
        return visit.release().query(sql -> new ConflictQuery(indicator, area, page).answer(sql, visit.catalogue()));
    }

    Page<Observation> qualityNotes(PageVisit visit, Optional<String> indicator, Optional<String> area, int first) {
        PageRequest page = PageRequest.of(
                "qualityNotes",
                first,
                null,
                visit.release().version(),
                indicator + "|" + area,
                QualityNoteQuery.KEYS,
                limits);
        return visit.release().query(sql -> new QualityNoteQuery(indicator, area, page)
                .answer(sql, visit.catalogue().attributes()));
    }

    RevisionPage revisions(PageVisit visit, Optional<String> indicator, Optional<LocalDate> since, int first) {
        PageRequest page = PageRequest.of(
                "revisions",
                first,
                null,
                visit.release().version(),
                indicator + "|" + since,
                RevisionQuery.KEYS,
                limits);
        return visit.release().query(sql -> new RevisionQuery(indicator, since, page).answer(sql, visit.catalogue()));
    }

    /** The claim whose short hash this is. */
    Optional<Observation> claim(PageVisit visit, String hash) {
        if (!hash.matches("[0-9a-f]{8,64}")) {
            return Optional.empty();
        }
        RequestRelease release = visit.release();
        return release.query(sql -> {
            List<String> ids = new ShortClaimQuestion(hash).answer(sql);
            Map<String, Observation> found = new ClaimQuery(Set.copyOf(ids))
                    .answer(sql, release.catalogue().attributes());
            return ids.stream().findFirst().map(found::get);
        });
    }

    /** The statistical neighbours of an area by the newest model, nearest first; none where it has none. */
    List<String> neighbours(PageVisit visit, String area) {
        NeighbourModels models = visit.release().query(sql -> NeighbourModels.of(area, Optional.empty(), sql));
        return models.neighbours();
    }

    /** Ranks of figures among others. */
    List<Standing> standings(
            PageVisit visit, List<Observation> figures, StandingGroup group, Optional<LocalDate> asOf) {
        StandingQuery question = new StandingQuery(figures, group, asOf);
        return visit.release().query(sql -> question.answer(sql, visit.catalogue(), limits));
    }

    /** All that may be worked out from a trend. */
    ComputedFigures computed(PageVisit visit, Trend trend, Optional<LocalDate> asOf) {
        ComputedQuery question = new ComputedQuery(trend, EnumSet.allOf(ComputedKind.class), asOf);
        return visit.release().query(sql -> question.answer(sql, visit.catalogue()));
    }

    /** The values that every document prints for the periods of a trend. */
    List<YearRow> years(PageVisit visit, Trend trend, Optional<LocalDate> asOf) {
        YearTableQuery question = new YearTableQuery(trend, asOf);
        return visit.release().query(sql -> question.answer(sql, visit.catalogue()));
    }

    ReleaseDiffPage difference(PageVisit visit, Release from, Release to, int first) {
        String pair = from.id() + "|" + to.id();
        PageRequest page = PageRequest.of("releaseDiff", first, null, "releases", pair, ReleaseDiffQuery.KEYS, limits);
        return answers.get(
                "releases",
                ReleaseDiffPage.class,
                pair + "|" + first + "|null",
                () -> visit.release().compare(new ReleaseDiffQuery(from, to, page)::answer),
                answer -> 2 * answer.rows().size());
    }

    /** A list of figures as one answer. */
    private record Figures(List<Observation> rows) {
        Figures {
            rows = List.copyOf(rows);
        }
    }
}
