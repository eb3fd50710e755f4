package careledger.api.request;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How long the questions of one request kept the database busy. Waiting for a turn does not count. */
public final class Spending {
    /** Under which a request carries it. */
    public static final String ATTRIBUTE = "careledger.spending";

    private static final long NANOSECONDS = 1_000_000;

    private final AtomicLong nanoseconds = new AtomicLong();

    /** That of the request; one that nobody reads where the request carries none. */
    public static Spending of(Function<String, @Nullable Object> attributes) {
        return attributes.apply(ATTRIBUTE) instanceof Spending carried ? carried : new Spending();
    }

    void add(long more) {
        nanoseconds.addAndGet(more);
    }

    /** Milliseconds, rounded up. */
    public long milliseconds() {
        return (nanoseconds.get() + NANOSECONDS - 1) / NANOSECONDS;
    }
}
