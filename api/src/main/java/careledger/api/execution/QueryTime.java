package careledger.api.execution;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How long the queries of one request kept the database busy, and the processor time of the work around them. Waiting for
 * a turn does not count, nor does the little work that every request is.
 */
public final class QueryTime {
    /** Under which a request carries it. */
    public static final String ATTRIBUTE = "careledger.queryTime";

    private static final long NANOSECONDS = 1_000_000;

    /** Processor time of a request outside the database that costs nothing. */
    private static final long FREE = 100 * NANOSECONDS;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final AtomicLong nanoseconds = new AtomicLong();
    private final AtomicLong outside = new AtomicLong();

    /** That of the request; one that nobody reads where the request carries none. */
    public static QueryTime of(Function<String, @Nullable Object> attributes) {
        return attributes.apply(ATTRIBUTE) instanceof QueryTime carried ? carried : new QueryTime();
    }

    /** Processor time of this thread so far, in nanoseconds. */
    public static long ofThisThread() {
        return THREADS.isCurrentThreadCpuTimeSupported() ? THREADS.getCurrentThreadCpuTime() : 0;
    }

    /**
     * Adds time at the database.
     *
     * @param processor time of this thread in it, so that it does not count twice
     */
    void add(long more, long processor) {
        nanoseconds.addAndGet(more);
        outside.addAndGet(-processor);
    }

    /** Adds processor time of a thread that worked on the request, at the database or not. */
    public void addProcessor(long more) {
        outside.addAndGet(more);
    }

    /** Milliseconds to be charged, rounded up. */
    public long milliseconds() {
        long charged = nanoseconds.get() + Math.max(0, outside.get() - FREE);
        return (charged + NANOSECONDS - 1) / NANOSECONDS;
    }
}
