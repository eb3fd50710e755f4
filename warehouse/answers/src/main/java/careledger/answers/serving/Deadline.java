package careledger.answers.serving;

import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Cancels the statements of one answer once its time is up or its caller has gone. DuckDB ignores a thread's interruption and forgets a cancel
 * that comes between two statements, so they are cancelled again and again until the answer has been given up.
 */
final class Deadline implements AutoCloseable {
    private static final long AGAIN_MILLIS = 20;

    private final Set<Statement> statements = ConcurrentHashMap.newKeySet();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<ScheduledFuture<?>> cancelling = new CopyOnWriteArrayList<>();
    private final CancellationSignal.Watch hangUp;
    private volatile boolean passed;
    private volatile boolean cancelled;
    private volatile boolean closed;

    Deadline(ScheduledExecutorService clock, Duration time, CancellationSignal caller) {
        schedule(clock, time.toMillis(), this::pass);
        hangUp = caller.whenGone(() -> schedule(clock, 0, this::cancel));
    }

    boolean passed() {
        return passed;
    }

    /** Whether any statement was cancelled. */
    boolean cancelled() {
        return cancelled;
    }

    /** Has the statement cancelled with all others of this answer. */
    void watch(Statement statement) {
        statements.removeIf(Deadline::closed);
        statements.add(statement);
    }

    void asking(String text) {
        asked.add(text);
    }

    /** The statements so far, as they were written: values are bound, and so not in them. */
    List<String> asked() {
        return asked;
    }

    /** Once it returns, nothing is being cancelled, and nothing will be. Closing twice is no mistake. */
    @Override
    public void close() {
        hangUp.close();
        synchronized (this) {
            closed = true;
        }
        cancelling.forEach(one -> one.cancel(false));
    }

    private void schedule(ScheduledExecutorService clock, long delay, Runnable work) {
        cancelling.add(clock.scheduleWithFixedDelay(work, delay, AGAIN_MILLIS, TimeUnit.MILLISECONDS));
        if (closed) {
            cancelling.forEach(one -> one.cancel(false));
        }
    }

    private synchronized void pass() {
        if (!closed) {
            passed = true;
            cancel();
        }
    }

    private synchronized void cancel() {
        if (!closed) {
            cancelled = true;
            statements.removeIf(statement -> !cancelled(statement));
        }
    }

    private static boolean closed(Statement statement) {
        try {
            return statement.isClosed();
        } catch (SQLException e) {
            return true;
        }
    }

    /** A statement that cannot be cancelled has been closed. */
    private static boolean cancelled(Statement statement) {
        try {
            statement.cancel();
            return true;
        } catch (SQLException e) {
            return false;
        }
    }
}
