package careledger.answers.query;

import careledger.answers.catalogue.CatalogueLoad;
import careledger.answers.catalogue.ReleaseCatalogue;
import careledger.answers.serving.ServingLimits;
import careledger.answers.serving.Warehouse;
import careledger.release.TemporaryFolders;
import careledger.release.sample.SampleRelease;
import java.nio.file.Path;
import java.sql.SQLException;

/** The sample release, served for questions without HTTP. */
public final class SampleQueries {
    public static final int FURTHER = 60;
    private static final Warehouse WAREHOUSE = open();

    private SampleQueries() {}

    /** Something to ask the sample. */
    public interface Ask<T> {
        T answer(Sql sql, ReleaseCatalogue catalogue) throws SQLException;
    }

    public static <T> T query(Ask<T> question) {
        return WAREHOUSE.read((release, connection) -> {
            Sql sql = new Sql(connection);
            return question.answer(
                    sql, new CatalogueLoad(sql, release.manifest().createdAt()).load());
        });
    }

    private static Warehouse open() {
        try {
            Path data = TemporaryFolders.create();
            SampleRelease.publish(data, "sample", FURTHER);
            return Warehouse.open(data, ServingLimits.defaults());
        } catch (Exception e) {
            throw new IllegalStateException("the sample release cannot be served", e);
        }
    }
}
