package careledger.answers.trend;

import careledger.answers.catalogue.CatalogueLoad;
import careledger.answers.observation.MemberFilter;
import careledger.answers.query.QueryLimits;
import careledger.answers.query.Sql;
import careledger.answers.serving.ServingLimits;
import careledger.answers.serving.Warehouse;
import careledger.release.TemporaryFolders;
import careledger.release.sample.SampleRelease;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Trends of Leicestershire's series as the documents print them. */
final class SeriesQueries {
    private static final String LEICESTERSHIRE = "E10000018";
    private static final Warehouse WAREHOUSE = open();

    private SeriesQueries() {}

    static Trend trend(String indicator, MemberFilter... breakdown) {
        return query(new TrendQuery(
                indicator, List.of(LEICESTERSHIRE), List.of(breakdown), null, null, null, Optional.empty()));
    }

    static Trend asOf(String day, String indicator) {
        return query(new TrendQuery(
                indicator, List.of(LEICESTERSHIRE), List.of(), null, null, null, Optional.of(LocalDate.parse(day))));
    }

    static Trend between(@Nullable String from, @Nullable String to, String indicator) {
        return query(new TrendQuery(
                indicator,
                List.of(LEICESTERSHIRE),
                List.of(),
                from == null ? null : LocalDate.parse(from),
                to == null ? null : LocalDate.parse(to),
                null,
                Optional.empty()));
    }

    static Trend query(TrendQuery question) {
        return WAREHOUSE.read((release, connection) -> {
            Sql sql = new Sql(connection);
            return question.answer(
                    sql,
                    new CatalogueLoad(sql, release.manifest().createdAt()).load(),
                    QueryLimits.DEFAULT,
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
