package careledger.api.web;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;

/** A body on its way: whenever the reader takes more, the next bytes are written, and produced where they are missing. */
final class AnswerDelivery implements WriteListener, AsyncListener {
    private static final Logger LOG = LoggerFactory.getLogger(AnswerDelivery.class);
    private static final int PIECE = 16 * 1024;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final AnswerParts body;
    private final AsyncContext async;
    private final ServletOutputStream out;
    private final Optional<RequestContext> context;
    private final SecurityContext caller;
    private boolean begun;
    private boolean ended;

    AnswerDelivery(
            AnswerParts body,
            AsyncContext async,
            ServletOutputStream out,
            Optional<RequestContext> context,
            SecurityContext caller) {
        this.body = body;
        this.async = async;
        this.out = out;
        this.context = context;
        this.caller = caller;
    }

    @Override
    public void onWritePossible() throws IOException {
        SecurityContext before = SecurityContextHolder.getContext();
        long processor = THREADS.getCurrentThreadCpuTime();
        context.ifPresent(RequestContext::enter);
        SecurityContextHolder.setContext(caller);
        try {
            write();
        } catch (RuntimeException e) {
            breakOff(e);
        } finally {
            SecurityContextHolder.setContext(before);
            context.ifPresent(one -> one.charge(THREADS.getCurrentThreadCpuTime() - processor));
            context.ifPresent(RequestContext::leave);
        }
    }

    private void write() throws IOException {
        byte[] piece = new byte[PIECE];
        while (!ended && out.isReady()) {
            int read = body.read(piece);
            if (read < 0) {
                ended = true;
                async.complete();
                return;
            }
            out.write(piece, 0, read);
            begin();
        }
    }

    /** Sends the status with the first bytes: an answer that fails later must not look as if it had never begun. */
    private void begin() throws IOException {
        if (!begun && body.size() < 0 && out.isReady()) {
            begun = true;
            out.flush();
        }
    }

    /** The status has been sent, so that only the missing end can show that this is not the whole. */
    private void breakOff(RuntimeException cause) {
        if (context.filter(RequestContext::hungUp).isEmpty()) {
            LOG.warn("An answer was broken off.", cause);
        }
        ended = true;
        context.ifPresent(RequestContext::cut);
        async.complete();
    }

    @Override
    public void onError(Throwable gone) {
        if (!ended) {
            ended = true;
            async.complete();
        }
    }

    @Override
    public void onComplete(AsyncEvent end) throws IOException {
        body.close();
    }

    @Override
    public void onTimeout(AsyncEvent late) {}

    @Override
    public void onError(AsyncEvent failed) {}

    @Override
    public void onStartAsync(AsyncEvent again) {}
}
