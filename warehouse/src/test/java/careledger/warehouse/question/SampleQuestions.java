package careledger.warehouse.question;

import careledger.warehouse.TemporaryFolders;
import careledger.warehouse.question.catalogue.CatalogueLoad;
import careledger.warehouse.question.catalogue.ReleaseCatalogue;
import careledger.warehouse.sample.SampleRelease;
import careledger.warehouse.serving.ServingLimits;
import careledger.warehouse.serving.Warehouse;
import java.nio.file.Path;
import java.sql.SQLException;

/** The sample release, served for questions without HTTP. */
public final class SampleQuestions {
    public static final int FURTHER = 60;
    private static final Warehouse WAREHOUSE = open();

    private SampleQuestions() {}

    /** Something to ask the sample. */
    public interface Ask<T> {
        T answer(Sql sql, ReleaseCatalogue catalogue) throws SQLException;
    }

    public static <T> T ask(Ask<T> question) {
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
