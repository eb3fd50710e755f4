package careledger.api.execution;

import careledger.answers.catalogue.ReleaseCatalogue;
import careledger.answers.query.Sql;
import careledger.answers.serving.CancellationSignal;
import careledger.answers.serving.Lease;
import careledger.answers.serving.Priority;
import careledger.answers.serving.ReleaseComparison;
import careledger.answers.serving.ServedRelease;
import careledger.answers.serving.Warehouse;
import careledger.api.web.RequestContext;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * The one release that a request sees, from its first question to its last. It is taken at the first question, so that a
 * request that reads no data needs none.
 */
public final class RequestRelease implements AutoCloseable {
    /** Under which a request's fields find it. */
    public static final String KEY = "careledger.release";

    private final Warehouse warehouse;
    private final CatalogueCache catalogues;
    private final QueryTime queryTime;
    private final CancellationSignal cancellation =
            RequestContext.current().map(RequestContext::cancellation).orElseGet(CancellationSignal::new);
    private @Nullable Lease lease;

    RequestRelease(Warehouse warehouse, CatalogueCache catalogues, QueryTime queryTime) {
        this.warehouse = warehouse;
        this.catalogues = catalogues;
        this.queryTime = queryTime;
    }

    /** A question to the release. */
    public interface Ask<T> {
        T answer(Sql sql) throws SQLException;
    }

    private interface Work<T> {
        T done() throws SQLException;
    }

    /** Data version of every answer to this request. */
    public String version() {
        return served().id();
    }

    public ServedRelease served() {
        return lease().release();
    }

    public ReleaseCatalogue catalogue() {
        return catalogues.of(lease());
    }

    /** Runs a quick query. */
    public <T> T query(Ask<T> question) {
        return query(Priority.QUICK, question);
    }

    public <T> T query(Priority priority, Ask<T> question) {
        return lease().read(priority, (release, connection) -> charged(() -> question.answer(new Sql(connection))));
    }

    /** Reads other releases than this one, among the slow questions to it. */
    public <T> T compare(ReleaseComparison<T> comparison) {
        return lease().compare(Priority.SLOW, scratch -> charged(() -> comparison.answer(scratch)));
    }

    private <T> T charged(Work<T> work) throws SQLException {
        long began = System.nanoTime();
        long processor = QueryTime.ofThisThread();
        try {
            return work.done();
        } finally {
            queryTime.add(System.nanoTime() - began, QueryTime.ofThisThread() - processor);
        }
    }

    @Override
    public synchronized void close() {
        if (lease != null) {
            lease.close();
            lease = null;
        }
    }

    private synchronized Lease lease() {
        if (lease == null) {
            lease = warehouse.lease(cancellation);
        }
        return lease;
    }
}
