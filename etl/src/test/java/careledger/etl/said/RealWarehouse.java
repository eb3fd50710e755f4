package careledger.etl.said;

import careledger.answers.catalogue.CatalogueLoad;
import careledger.answers.catalogue.ReleaseCatalogue;
import careledger.answers.conflict.QualityNoteQuery;
import careledger.answers.observation.FigureQuery;
import careledger.answers.observation.FilterDraft;
import careledger.answers.observation.Observation;
import careledger.answers.observation.ObservationQuery;
import careledger.answers.query.PageRequest;
import careledger.answers.query.QueryLimits;
import careledger.answers.query.Sql;
import careledger.answers.scorecard.ScorecardAnswer;
import careledger.answers.scorecard.ScorecardQuery;
import careledger.answers.serving.ServingLimits;
import careledger.answers.serving.Warehouse;
import careledger.answers.trend.Trend;
import careledger.answers.trend.TrendQuery;
import careledger.etl.run.RealRelease;
import careledger.release.TemporaryFolders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The delivered extracts, loaded, and open to questions. */
record RealWarehouse(Warehouse warehouse, ReleaseCatalogue catalogue) {
    static final String LEICESTERSHIRE = "E10000018";
    private static final int MANY = 10_000;

    private interface Question<T> {
        T answer(Sql sql, ReleaseCatalogue catalogue, String version) throws SQLException;
    }

    /** Loaded once for all tests. */
    static RealWarehouse shared() {
        return Shared.WAREHOUSE;
    }

    private static final class Shared {
        static final RealWarehouse WAREHOUSE = load();

        private static RealWarehouse load() {
            try {
                Path data = TemporaryFolders.create();
                RealRelease.load(data);
                Warehouse warehouse = Warehouse.open(data, ServingLimits.defaults());
                return new RealWarehouse(warehouse, warehouse.read((release, connection) -> new CatalogueLoad(
                                new Sql(connection), release.manifest().createdAt())
                        .load()));
            } catch (IOException e) {
                throw new UncheckedIOException("The extracts cannot be loaded.", e);
            }
        }
    }

    private <T> T ask(Question<T> question) {
        return warehouse.read((release, connection) -> question.answer(new Sql(connection), catalogue, release.id()));
    }

    Trend trend(String indicator) {
        return trend(new TrendQuery(indicator, List.of(LEICESTERSHIRE), List.of(), null, null, null, Optional.empty()));
    }

    Trend trend(TrendQuery question) {
        return ask((sql, catalogue, version) -> question.answer(sql, catalogue, QueryLimits.DEFAULT, version));
    }

    List<Observation> observations(FilterDraft filter) {
        return ask((sql, catalogue, version) -> new FigureQuery(
                        new ObservationQuery(filter.filter(), Optional.empty()), MANY)
                .answer(sql, catalogue.attributes()));
    }

    List<Observation> qualityNotes() {
        return ask((sql, catalogue, version) -> new QualityNoteQuery(
                        Optional.empty(),
                        Optional.empty(),
                        PageRequest.of(
                                "qualityNotes", 500, null, version, "", QualityNoteQuery.KEYS, QueryLimits.DEFAULT))
                .answer(sql, catalogue.attributes())
                .rows());
    }

    ScorecardAnswer scorecard(ScorecardQuery question) {
        return ask(question::answer);
    }

    <T> T read(ScorecardQuery question, PeriodsOf<T> periods) {
        return ask((sql, catalogue, version) -> periods.of(question, sql, catalogue));
    }

    interface PeriodsOf<T> {
        T of(ScorecardQuery question, Sql sql, ReleaseCatalogue catalogue) throws SQLException;
    }
}
