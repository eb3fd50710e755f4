package careledger.warehouse.question.trend;

import careledger.warehouse.TemporaryFolders;
import careledger.warehouse.question.QuestionLimits;
import careledger.warehouse.question.Sql;
import careledger.warehouse.question.catalogue.CatalogueLoad;
import careledger.warehouse.question.observation.MemberFilter;
import careledger.warehouse.sample.SampleRelease;
import careledger.warehouse.serving.ServingLimits;
import careledger.warehouse.serving.Warehouse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Trends of Leicestershire's series as the documents print them. */
final class SeriesQuestions {
    private static final String LEICESTERSHIRE = "E10000018";
    private static final Warehouse WAREHOUSE = open();

    private SeriesQuestions() {}

    static Trend trend(String indicator, MemberFilter... breakdown) {
        return ask(new TrendQuestion(
                indicator, List.of(LEICESTERSHIRE), List.of(breakdown), null, null, null, Optional.empty()));
    }

    static Trend asOf(String day, String indicator) {
        return ask(new TrendQuestion(
                indicator, List.of(LEICESTERSHIRE), List.of(), null, null, null, Optional.of(LocalDate.parse(day))));
    }

    static Trend between(@Nullable String from, @Nullable String to, String indicator) {
        return ask(new TrendQuestion(
                indicator,
                List.of(LEICESTERSHIRE),
                List.of(),
                from == null ? null : LocalDate.parse(from),
                to == null ? null : LocalDate.parse(to),
                null,
                Optional.empty()));
    }

    static Trend ask(TrendQuestion question) {
        return WAREHOUSE.read((release, connection) -> {
            Sql sql = new Sql(connection);
            return question.answer(
                    sql,
                    new CatalogueLoad(sql, release.manifest().createdAt()).load(),
                    QuestionLimits.DEFAULT,
                    release.id());
        });
    }

    private static Warehouse open() {
        try {
            Path data = TemporaryFolders.create();
            SampleRelease.publishSeries(data, "series");
            return Warehouse.open(data, ServingLimits.defaults());
        } catch (Exception e) {
            throw new IllegalStateException("the series cannot be served", e);
        }
    }
}
