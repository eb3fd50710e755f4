package careledger.api.request;

import careledger.warehouse.serving.Caller;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One request and its answer, for whoever works on it in the thread that received it. */
public final class Exchange {
    private static final ThreadLocal<@Nullable Exchange> OF_THIS_THREAD = new ThreadLocal<>();

    private final String id;
    private final Caller caller;
    private final AtomicInteger kept = new AtomicInteger();
    private final AtomicInteger made = new AtomicInteger();
    private final AtomicInteger rows = new AtomicInteger();
    private Runnable atEnd = () -> {};

    private Exchange(String id, Caller caller) {
        this.id = id;
        this.caller = caller;
    }

    /** The exchange that this thread works on; none where nothing was asked over HTTP. */
    public static Optional<Exchange> current() {
        return Optional.ofNullable(OF_THIS_THREAD.get());
    }

    static Exchange begin(String id, Caller caller) {
        Exchange exchange = new Exchange(id, caller);
        OF_THIS_THREAD.set(exchange);
        return exchange;
    }

    public String id() {
        return id;
    }

    /** Whether nobody waits for the answer any more. */
    public boolean hungUp() {
        return caller.gone();
    }

    /** Answers that had been kept. */
    public int kept() {
        return kept.get();
    }

    /** Answers that were made for this request, or waited for while another made them. */
    public int made() {
        return made.get();
    }

    /** Rows of all answers to this request so far. */
    public int rows() {
        return rows.get();
    }

    /** @param work to be done once the last byte of the answer is written, or cannot be; in place of what was to be done */
    public void atEnd(Runnable work) {
        atEnd = work;
    }

    Caller caller() {
        return caller;
    }

    void answered(boolean wasKept, int count) {
        (wasKept ? kept : made).incrementAndGet();
        rows.addAndGet(count);
    }

    void end() {
        OF_THIS_THREAD.remove();
        atEnd.run();
    }
}
