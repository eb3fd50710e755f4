package careledger.warehouse.question.trend;

import careledger.schema.catalogue.Polarity;
import careledger.warehouse.TemporaryFolders;
import careledger.warehouse.question.QuestionLimits;
import careledger.warehouse.question.Sql;
import careledger.warehouse.question.catalogue.CatalogueLoad;
import careledger.warehouse.question.catalogue.ReleaseCatalogue;
import careledger.warehouse.question.catalogue.SourceEntry;
import careledger.warehouse.question.observation.MemberFilter;
import careledger.warehouse.sample.ChanceRelease;
import careledger.warehouse.serving.ServingLimits;
import careledger.warehouse.serving.Warehouse;
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
final class ChanceQuestions {
    static final String VERSION = "chance";
    private static final Map<ChanceRelease, ChanceQuestions> SERVED = new ConcurrentHashMap<>();

    private final Warehouse warehouse;
    private final ReleaseCatalogue catalogue;
    private final Map<TrendQuestion, Trend> answers = new HashMap<>();

    private ChanceQuestions(Warehouse warehouse) {
        this.warehouse = warehouse;
        this.catalogue = warehouse.read((release, connection) ->
                new CatalogueLoad(new Sql(connection), release.manifest().createdAt()).load());
    }

    /** Each release is published and served once for all tests. */
    static ChanceQuestions about(ChanceRelease release) {
        return SERVED.computeIfAbsent(release, ChanceQuestions::served);
    }

    private static ChanceQuestions served(ChanceRelease release) {
        try {
            Path data = TemporaryFolders.create();
            release.publish(data, VERSION);
            return new ChanceQuestions(Warehouse.open(data, ServingLimits.defaults()));
        } catch (Exception e) {
            throw new IllegalStateException("the release drawn by " + release + " cannot be served", e);
        }
    }

    interface Ask<T> {
        T answer(Sql sql, ReleaseCatalogue catalogue) throws SQLException;
    }

    <T> T ask(Ask<T> question) {
        return warehouse.read((release, connection) -> question.answer(new Sql(connection), catalogue));
    }

    /** Trends of every indicator, in total and by sex, for the area with all its neighbours beside. */
    static List<TrendQuestion> questions(Optional<LocalDate> asOf) {
        List<String> areas = new ArrayList<>(List.of(ChanceRelease.AREA, "E92000001"));
        areas.addAll(ChanceRelease.NEIGHBOURS);
        List<TrendQuestion> questions = new ArrayList<>();
        for (String indicator : ChanceRelease.INDICATORS) {
            for (List<MemberFilter> breakdown :
                    List.of(List.<MemberFilter>of(), List.of(new MemberFilter("sex", List.of("female", "male"))))) {
                questions.add(new TrendQuestion(indicator, areas, breakdown, null, null, null, asOf));
            }
        }
        return questions;
    }

    Trend trend(TrendQuestion question) {
        return answers.computeIfAbsent(
                question, asked -> ask((sql, known) -> asked.answer(sql, known, QuestionLimits.DEFAULT, VERSION)));
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
        return ask(
                (sql, catalogue) -> catalogue.indicator(indicator).orElseThrow().polarity());
    }
}
