package careledger.api.request;

import careledger.warehouse.question.Sql;
import careledger.warehouse.question.catalogue.ReleaseCatalogue;
import careledger.warehouse.serving.Caller;
import careledger.warehouse.serving.Comparison;
import careledger.warehouse.serving.Lane;
import careledger.warehouse.serving.Lease;
import careledger.warehouse.serving.ServedRelease;
import careledger.warehouse.serving.Warehouse;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * The one release that a request sees, from its first question to its last. It is taken at the first question, so that a
 * request that asks nothing of the data needs none.
 */
public final class RequestRelease implements AutoCloseable {
    /** Under which a request's fields find it. */
    public static final String KEY = "careledger.release";

    private final Warehouse warehouse;
    private final Catalogues catalogues;
    private final Spending spending;
    private final Caller caller = Exchange.current().map(Exchange::caller).orElseGet(Caller::new);
    private @Nullable Lease lease;

    RequestRelease(Warehouse warehouse, Catalogues catalogues, Spending spending) {
        this.warehouse = warehouse;
        this.catalogues = catalogues;
        this.spending = spending;
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

    /** Asks what is quickly answered. */
    public <T> T ask(Ask<T> question) {
        return ask(Lane.QUICK, question);
    }

    public <T> T ask(Lane lane, Ask<T> question) {
        return lease().read(lane, (release, connection) -> charged(() -> question.answer(new Sql(connection))));
    }

    /** Reads other releases than this one, among the slow questions to it. */
    public <T> T compare(Comparison<T> comparison) {
        return lease().compare(Lane.SLOW, scratch -> charged(() -> comparison.answer(scratch)));
    }

    private <T> T charged(Work<T> work) throws SQLException {
        long began = System.nanoTime();
        try {
            return work.done();
        } finally {
            spending.add(System.nanoTime() - began);
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
            lease = warehouse.lease(caller);
        }
        return lease;
    }
}
