package careledger.warehouse.serving;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;

/** Holds one release open for a whole request, so that all its answers are of one version. May be used by several threads. */
public final class Lease implements AutoCloseable {
    private final OpenRelease open;
    private final Runnable giveBack;
    private final Places places;
    private final ServingLimits limits;
    private final ScheduledExecutorService clock;
    private final AtomicBoolean ended = new AtomicBoolean();

    Lease(OpenRelease open, Runnable giveBack, Places places, ServingLimits limits, ScheduledExecutorService clock) {
        this.open = open;
        this.giveBack = giveBack;
        this.places = places;
        this.limits = limits;
        this.clock = clock;
    }

    public ServedRelease release() {
        return open.release();
    }

    /**
     * Asks once there is a place.
     *
     * @throws OverloadedException where too many wait, or none came free in time
     * @throws DeadlineException where the answer took too long
     * @throws FailedQuestionException where DuckDB refused
     */
    public <T> T read(Question<T> question) {
        if (ended.get()) {
            throw new IllegalStateException(
                    "This lease of release '" + release().id() + "' has ended.");
        }
        return places.inTurn(() -> answer(question));
    }

    /** Ends the lease; ending it twice is no mistake. */
    @Override
    public void close() {
        if (ended.compareAndSet(false, true)) {
            giveBack.run();
        }
    }

    private <T> T answer(Question<T> question) {
        try (Deadline deadline = new Deadline(clock, limits.deadline())) {
            return answer(question, deadline);
        }
    }

    private <T> T answer(Question<T> question, Deadline deadline) {
        try (Connection connection = open.connect()) {
            return question.answer(release(), deadline.over(connection));
        } catch (SQLException | RuntimeException e) {
            if (deadline.passed()) {
                throw new DeadlineException(limits.deadline(), e);
            }
            throw e instanceof SQLException failed
                    ? new FailedQuestionException(release().id(), failed)
                    : (RuntimeException) e;
        }
    }
}
