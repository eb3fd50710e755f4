package careledger.etl.run;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * How long a run may take. When the time is over the thread of the run is interrupted, so that it can record why it ended;
 * where that has no effect, as in a read from a network share that never returns, the last resort follows.
 *
 * <p>Closing it does not cancel a last resort that is already due: a process that should have ended must not stay.
 */
public final class TimeLimit implements AutoCloseable {
    private final Duration limit;
    private final Duration grace;
    private final Runnable lastResort;
    private final Thread limited = Thread.currentThread();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "time limit of the run");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean expired;

    /**
     * Starts now, for the current thread.
     *
     * @param grace between the interruption and the last resort
     * @param lastResort what ends the process
     */
    public TimeLimit(Duration limit, Duration grace, Runnable lastResort) {
        this.limit = limit;
        this.grace = grace;
        this.lastResort = lastResort;
        var unused = clock.schedule(this::expire, limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Whether the time is over. */
    boolean expired() {
        return expired;
    }

    /** What happened, for a person. */
    public String message() {
        return "The run took longer than " + describe(limit)
                + " and was stopped. Nothing was published. See in its last"
                + " stage what it was waiting for (such as a network share); allow more time with --timeout.";
    }

    @Override
    public void close() {
        if (!expired) {
            clock.shutdownNow();
        }
    }

    private void expire() {
        expired = true;
        limited.interrupt();
        var unused = clock.schedule(lastResort, grace.toMillis(), TimeUnit.MILLISECONDS);
        clock.shutdown();
    }

    private static String describe(Duration time) {
        return time.toMinutes() > 0 && time.toSecondsPart() == 0
                ? time.toMinutes() + " minutes"
                : time.toMillis() / 1000.0 + " seconds";
    }
}
