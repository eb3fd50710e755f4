package careledger.api.execution;

import careledger.answers.catalogue.ReleaseCatalogue;
import careledger.answers.query.ArgumentPath;
import careledger.answers.query.InvalidArgument;
import careledger.answers.query.InvalidQueryException;
import careledger.answers.query.Sql;
import careledger.answers.serving.CancellationSignal;
import careledger.answers.serving.Lease;
import careledger.answers.serving.Priority;
import careledger.answers.serving.ReleaseComparison;
import careledger.answers.serving.ServedRelease;
import careledger.answers.serving.Warehouse;
import careledger.api.web.RequestContext;
import careledger.release.servingfile.UnservableReleaseException;
import careledger.release.store.UnreadableReleaseException;
import careledger.schema.catalogue.ReplacedId;
import careledger.schema.text.UnknownIdException;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The release that a request sees, from its first question to its last: the current one, unless it names another. It is taken at the first question, so that a
 * request that reads no data needs none.
 */
public final class RequestRelease implements AutoCloseable {
    /** Under which a request's fields find it. */
    public static final String KEY = "careledger.release";

    /** As many as the warehouse keeps open beside the current one. */
    private static final int MOST_OTHERS = 2;

    private final Warehouse warehouse;
    private final CatalogueCache catalogues;
    private final QueryTime queryTime;
    /** Null where it is the current one. */
    private final @Nullable String wanted;

    private final Map<String, RequestRelease> others = new HashMap<>();
    private final Set<ReplacedId> replaced;
    private final CancellationSignal cancellation =
            RequestContext.current().map(RequestContext::cancellation).orElseGet(CancellationSignal::new);
    private @Nullable Lease lease;

    RequestRelease(Warehouse warehouse, CatalogueCache catalogues, QueryTime queryTime, @Nullable String wanted) {
        this(warehouse, catalogues, queryTime, wanted, ConcurrentHashMap.newKeySet());
    }

    private RequestRelease(
            Warehouse warehouse,
            CatalogueCache catalogues,
            QueryTime queryTime,
            @Nullable String wanted,
            Set<ReplacedId> replaced) {
        this.replaced = replaced;
        this.wanted = wanted;
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

    /**
     * Another release for the same request: it is held as long as this one.
     *
     * @param path of the argument that names it
     * @throws InvalidQueryException where it is not kept, or the request reads others already
     */
    public synchronized RequestRelease at(String id, ArgumentPath path) {
        RequestRelease there = others.get(id);
        if (there != null) {
            return there;
        }
        if (others.size() >= MOST_OTHERS) {
            throw new InvalidQueryException(InvalidArgument.badInput(
                    path,
                    "The request reads more than " + MOST_OTHERS + " releases by their ids.",
                    "Ask for the others in a request of their own."));
        }
        RequestRelease other = new RequestRelease(warehouse, catalogues, queryTime, id, replaced);
        other.open(path);
        others.put(id, other);
        return other;
    }

    /** Holds it from now on. @throws InvalidQueryException where it is not kept, or cannot be read */
    void open(ArgumentPath path) {
        try {
            lease();
        } catch (UnknownIdException e) {
            throw new InvalidQueryException(
                    InvalidArgument.unknownNear(path, "release", String.valueOf(wanted), e.nearest()));
        } catch (UnreadableReleaseException | UnservableReleaseException e) {
            throw new InvalidQueryException(InvalidArgument.badInput(
                    path, "Release '" + wanted + "' is kept, but cannot be read.", "releases lists those that can."));
        }
    }

    /** Data version of every answer to this request. */
    public String version() {
        return served().id();
    }

    public ServedRelease served() {
        return lease().release();
    }

    public ReleaseCatalogue catalogue() {
        return catalogues.of(lease(), replaced::add);
    }

    /** Ids that the request has used and that were replaced, in the order of their names. */
    public List<ReplacedId> replacedIds() {
        return replaced.stream()
                .sorted(Comparator.comparing(ReplacedId::kind).thenComparing(ReplacedId::former))
                .toList();
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
        others.values().forEach(RequestRelease::close);
        others.clear();
        if (lease != null) {
            lease.close();
            lease = null;
        }
    }

    private synchronized Lease lease() {
        if (lease == null) {
            lease = wanted == null ? warehouse.lease(cancellation) : warehouse.lease(wanted, cancellation);
        }
        return lease;
    }
}
