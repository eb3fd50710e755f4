package careledger.warehouse.serving;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;

/** Holds one release open for a whole request, so that all its answers are of one version. May be used by several threads. */
public final class Lease implements AutoCloseable {
    private final OpenRelease open;
    private final Runnable giveBack;
    private final Caller caller;
    private final Desk desk;
    private final AtomicBoolean ended = new AtomicBoolean();

    Lease(OpenRelease open, Runnable giveBack, Caller caller, Desk desk) {
        this.open = open;
        this.giveBack = giveBack;
        this.caller = caller;
        this.desk = desk;
    }

    public ServedRelease release() {
        return open.release();
    }

    /** Asks what is quickly answered; see {@link #read(Lane, Question)}. */
    public <T> T read(Question<T> question) {
        return read(Lane.QUICK, question);
    }

    /**
     * Asks once there is a place.
     *
     * @throws OverloadedException where too many wait, or none came free in time
     * @throws DeadlineException where the answer took too long
     * @throws CallerGoneException where nobody waits for the answer any more
     * @throws FailedQuestionException where DuckDB refused
     */
    public <T> T read(Lane lane, Question<T> question) {
        checkHeld();
        return desk.inTurn(lane, caller, deadline -> answer(question, deadline));
    }

    /**
     * Reads other releases than this one, in databases of its own. It takes its turn and has its deadline as any question
     * to this release; each database may take half the memory that all questions to this one may.
     */
    public <T> T compare(Lane lane, Comparison<T> comparison) {
        checkHeld();
        return desk.inTurn(
                lane, caller, deadline -> told(deadline, () -> comparison.answer(() -> desk.scratch(deadline))));
    }

    /** Asks what every other question needs first, once a release: without waiting, and whoever goes away. */
    public <T> T readAhead(Question<T> question) {
        checkHeld();
        return desk.atOnce(deadline -> answer(question, deadline));
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

    private <T> T answer(Question<T> question, Deadline deadline) {
        return told(deadline, () -> open.connections()
                .use(deadline, kept -> question.answer(release(), WatchedConnection.of(kept, deadline))));
    }

    /** Says of a failure what its cause was. */
    private <T> T told(Deadline deadline, Asking<T> asking) {
        try {
            return asking.answer();
        } catch (SQLException | RuntimeException e) {
            if (deadline.passed()) {
                throw desk.passed(e);
            }
            if (caller.gone() && e instanceof SQLException) {
                throw new CallerGoneException();
            }
            throw e instanceof SQLException failed
                    ? new FailedQuestionException(release().id(), failed)
                    : (RuntimeException) e;
        }
    }

    private interface Asking<T> {
        T answer() throws SQLException;
    }
}
