package careledger.answers.serving;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;

/** Holds one release open for a whole request, so that all its answers are of one version. May be used by several threads. */
public final class Lease implements AutoCloseable {
    private final OpenRelease open;
    private final Runnable giveBack;
    private final CancellationSignal caller;
    private final QueryExecutor queryExecutor;
    private final Runnable suspect;
    private final AtomicBoolean ended = new AtomicBoolean();

    /** @param suspect is run where a statement failed and the release may be damaged */
    Lease(
            OpenRelease open,
            Runnable giveBack,
            CancellationSignal caller,
            QueryExecutor queryExecutor,
            Runnable suspect) {
        this.open = open;
        this.giveBack = giveBack;
        this.caller = caller;
        this.queryExecutor = queryExecutor;
        this.suspect = suspect;
    }

    public ServedRelease release() {
        return open.release();
    }

    /** Runs a quick query; see {@link #read(Lane, Question)}. */
    public <T> T read(ReleaseQuery<T> question) {
        return read(Priority.QUICK, question);
    }

    /**
     * Runs a query once it is admitted.
     *
     * @throws OverloadedException where too many wait, or none came free in time
     * @throws DeadlineException where the answer took too long
     * @throws QueryCancelledException where nobody waits for the answer any more
     * @throws FailedQueryException where DuckDB refused
     */
    public <T> T read(Priority priority, ReleaseQuery<T> question) {
        checkHeld();
        return queryExecutor.inTurn(priority, caller, deadline -> answer(question, deadline));
    }

    /**
     * Reads other releases than this one, in databases of its own. It takes its turn and has its deadline as any question
     * to this release; each database may take half the memory that all questions to this one may.
     */
    public <T> T compare(Priority priority, ReleaseComparison<T> comparison) {
        checkHeld();
        return queryExecutor.inTurn(
                priority,
                caller,
                deadline -> told(deadline, () -> comparison.answer(() -> queryExecutor.scratch(deadline))));
    }

    /** Runs what every other query needs first, once per release: without waiting, and without cancellation. */
    public <T> T readAhead(ReleaseQuery<T> question) {
        checkHeld();
        return queryExecutor.atOnce(deadline -> answer(question, deadline));
    }

    /** Ends the lease; ending it twice is no mistake. */
    @Override
    public void close() {
        if (ended.compareAndSet(false, true)) {
            giveBack.run();
        }
    }

    private void checkHeld() {
        if (ended.get()) {
            throw new IllegalStateException(
                    "This lease of release '" + release().id() + "' has ended.");
        }
    }

    private <T> T answer(ReleaseQuery<T> question, Deadline deadline) {
        return told(deadline, () -> open.connections()
                .use(deadline, kept -> question.answer(release(), WatchedConnection.of(kept, deadline))));
    }

    /** Translates a failure by its cause. */
    private <T> T told(Deadline deadline, Asking<T> asking) {
        try {
            return asking.answer();
        } catch (SQLException | RuntimeException e) {
            if (deadline.passed()) {
                throw queryExecutor.passed(e);
            }
            if (caller.gone() && e instanceof SQLException) {
                throw new QueryCancelledException();
            }
            if (e instanceof SQLException failed) {
                FailedQueryException failure =
                        new FailedQueryException(release().id(), failed);
                if (!failure.outOfMemory()) {
                    suspect.run();
                }
                throw failure;
            }
            throw (RuntimeException) e;
        }
    }

    private interface Asking<T> {
        T answer() throws SQLException;
    }
}
