package careledger.api.web;

import careledger.answers.serving.CancellationSignal;
import careledger.api.error.RequestId;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** One request and its answer, known to each thread that works on it. */
public final class RequestContext {
    private static final ThreadLocal<@Nullable RequestContext> OF_THIS_THREAD = new ThreadLocal<>();

    private final String id;
    private final CancellationSignal cancellation;
    private final AtomicInteger kept = new AtomicInteger();
    private final AtomicInteger made = new AtomicInteger();
    private final AtomicInteger rows = new AtomicInteger();
    private final Optional<ClientConnection> line;
    private AnswerBudget.@Nullable Share share;
    private volatile LongConsumer charge = nobody -> {};

    private RequestContext(String id, CancellationSignal cancellation, Optional<ClientConnection> line) {
        this.id = id;
        this.cancellation = cancellation;
        this.line = line;
    }

    /** The context that this thread works on; none where nothing was asked over HTTP. */
    public static Optional<RequestContext> current() {
        return Optional.ofNullable(OF_THIS_THREAD.get());
    }

    static RequestContext begin(String id, CancellationSignal cancellation, Optional<ClientConnection> line) {
        RequestContext context = new RequestContext(id, cancellation, line);
        context.enter();
        return context;
    }

    /** This thread works on the request from now on, until {@link #leave()}. */
    public void enter() {
        OF_THIS_THREAD.set(this);
        MDC.put(RequestId.KEY, id);
    }

    /** This thread is done with the request, which may go on in another. */
    public void leave() {
        OF_THIS_THREAD.remove();
        MDC.remove(RequestId.KEY);
    }

    /**
     * Who is answered, as budgets and queues tell callers apart.
     *
     * @param forWork is given the processor time of work that is done after the first thread has left, in nanoseconds
     */
    public void identify(String name, LongConsumer forWork) {
        cancellation.identify(name);
        charge = forWork;
    }

    void charge(long processor) {
        charge.accept(processor);
    }

    /**
     * Reserves memory for the next answer, where this request holds none yet. {@link #produced()} gives it back.
     *
     * @throws careledger.answers.serving.OverloadedException where there is none in time
     */
    public synchronized void reserve(AnswerBudget budget, long bytes) {
        if (share == null) {
            share = budget.reserve(bytes, cancellation);
        }
    }

    /** The answer is in its final bytes, or there is none: its memory is free for others. */
    public synchronized void produced() {
        if (share != null) {
            share.close();
            share = null;
        }
    }

    /** The whole request has arrived: nothing more is expected of the caller. */
    void heard() {
        line.ifPresent(ClientConnection::heard);
    }

    /** Ends the connection without an end of the answer, so that nobody takes what was sent for the whole. */
    public void cut() {
        line.ifPresent(ClientConnection::cut);
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

    /** Through which the work for this request is cancelled once nobody waits for its answer. */
    public CancellationSignal cancellation() {
        return cancellation;
    }

    /** Counts one answer and its rows. */
    public void answered(boolean wasKept, int count) {
        (wasKept ? kept : made).incrementAndGet();
        rows.addAndGet(count);
    }

    /** The last byte of the answer is written, or cannot be. */
    void end() {
        produced();
        line.ifPresent(ClientConnection::close);
    }
}
