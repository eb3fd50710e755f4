package careledger.api.web;

import careledger.answers.serving.CancellationSignal;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One request and its response, for the code that handles it on its own thread. */
public final class RequestContext {
    private static final ThreadLocal<@Nullable RequestContext> OF_THIS_THREAD = new ThreadLocal<>();

    private final String id;
    private final CancellationSignal cancellation;
    private final AtomicInteger kept = new AtomicInteger();
    private final AtomicInteger made = new AtomicInteger();
    private final AtomicInteger rows = new AtomicInteger();
    private Runnable atEnd = () -> {};

    private RequestContext(String id, CancellationSignal cancellation) {
        this.id = id;
        this.cancellation = cancellation;
    }

    /** The context that this thread works on; none where nothing was asked over HTTP. */
    public static Optional<RequestContext> current() {
        return Optional.ofNullable(OF_THIS_THREAD.get());
    }

    static RequestContext begin(String id, CancellationSignal cancellation) {
        RequestContext context = new RequestContext(id, cancellation);
        OF_THIS_THREAD.set(context);
        return context;
    }

    public String id() {
        return id;
    }

    /** Whether nobody waits for the answer any more. */
    public boolean hungUp() {
        return cancellation.gone();
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

    /** Through which the work for this request is cancelled once nobody waits for its answer. */
    public CancellationSignal cancellation() {
        return cancellation;
    }

    /** Counts one answer and its rows. */
    public void answered(boolean wasKept, int count) {
        (wasKept ? kept : made).incrementAndGet();
        rows.addAndGet(count);
    }

    void end() {
        OF_THIS_THREAD.remove();
        atEnd.run();
    }
}
