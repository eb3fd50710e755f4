package careledger.api.execution;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How long the questions of one request kept the database busy. Waiting for a turn does not count. */
public final class QueryTime {
    /** Under which a request carries it. */
    public static final String ATTRIBUTE = "careledger.queryTime";

    private static final long NANOSECONDS = 1_000_000;

    private final AtomicLong nanoseconds = new AtomicLong();

    /** That of the request; one that nobody reads where the request carries none. */
    public static QueryTime of(Function<String, @Nullable Object> attributes) {
        return attributes.apply(ATTRIBUTE) instanceof QueryTime carried ? carried : new QueryTime();
    }

    void add(long more) {
        nanoseconds.addAndGet(more);
    }

    /** Milliseconds, rounded up. */
    public long milliseconds() {
        return (nanoseconds.get() + NANOSECONDS - 1) / NANOSECONDS;
    }
}
