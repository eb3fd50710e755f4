package careledger.answers.trend;

import careledger.answers.catalogue.CatalogueLoad;
import careledger.answers.catalogue.ReleaseCatalogue;
import careledger.answers.catalogue.SourceEntry;
import careledger.answers.observation.MemberFilter;
import careledger.answers.query.QueryLimits;
import careledger.answers.query.Sql;
import careledger.answers.serving.ServingLimits;
import careledger.answers.serving.Warehouse;
import careledger.release.TemporaryFolders;
import careledger.release.sample.RandomRelease;
import careledger.schema.catalogue.Polarity;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Questions about a release drawn by chance. */
final class RandomQueries {
    static final String VERSION = "chance";
    private static final Map<RandomRelease, RandomQueries> SERVED = new ConcurrentHashMap<>();

    private final Warehouse warehouse;
    private final ReleaseCatalogue catalogue;
    private final Map<TrendQuery, Trend> answers = new HashMap<>();

    private RandomQueries(Warehouse warehouse) {
        this.warehouse = warehouse;
        this.catalogue = warehouse.read((release, connection) ->
                new CatalogueLoad(new Sql(connection), release.manifest().createdAt()).load());
    }

    /** Each release is published and served once for all tests. */
    static RandomQueries about(RandomRelease release) {
        return SERVED.computeIfAbsent(release, RandomQueries::served);
    }

    private static RandomQueries served(RandomRelease release) {
        try {
            Path data = TemporaryFolders.create();
            release.publish(data, VERSION);
            return new RandomQueries(Warehouse.open(data, ServingLimits.defaults()));
        } catch (Exception e) {
            throw new IllegalStateException("the release drawn by " + release + " cannot be served", e);
        }
    }

    interface Ask<T> {
        T answer(Sql sql, ReleaseCatalogue catalogue) throws SQLException;
    }

    <T> T query(Ask<T> question) {
        return warehouse.read((release, connection) -> question.answer(new Sql(connection), catalogue));
    }

    /** Trends of every indicator, in total and by sex, for the area with all its neighbours beside. */
    static List<TrendQuery> questions(Optional<LocalDate> asOf) {
        List<String> areas = new ArrayList<>(List.of(RandomRelease.AREA, "E92000001"));
        areas.addAll(RandomRelease.NEIGHBOURS);
        List<TrendQuery> questions = new ArrayList<>();
        for (String indicator : RandomRelease.INDICATORS) {
            for (List<MemberFilter> breakdown : List.of(
                    List.<MemberFilter>of(), List.of(new MemberFilter("provider", List.of("female", "male"))))) {
                questions.add(new TrendQuery(indicator, areas, breakdown, null, null, null, asOf));
            }
        }
        return questions;
    }

    Trend trend(TrendQuery question) {
        return answers.computeIfAbsent(
                question, asked -> query((sql, known) -> asked.answer(sql, known, QueryLimits.DEFAULT, VERSION)));
    }

    /** All that an answer says, without when the files of its sources were loaded. */
    static List<Object> said(Trend trend) {
        return List.of(
                trend.indicator(),
                trend.headline(),
                trend.lines(),
                trend.targets(),
                trend.breaks(),
                trend.comparators(),
                trend.printedAverages(),
                trend.related(),
                trend.notes(),
                trend.sources().stream().map(SourceEntry::id).toList());
    }

    Polarity polarity(String indicator) {
        return query(
                (sql, catalogue) -> catalogue.indicator(indicator).orElseThrow().polarity());
    }
}
