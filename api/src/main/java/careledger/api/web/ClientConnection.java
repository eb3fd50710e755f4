package careledger.api.web;

import careledger.answers.serving.CancellationSignal;
import careledger.api.config.ConnectionLimits;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/** The line to a caller, from a request's arrival to the last byte of its answer. */
public final class ClientConnection implements AutoCloseable {
    /** In which a caller whose body is late is answered; then the connection is cut. */
    private static final Duration TO_SAY_SO = Duration.ofSeconds(3);

    private final ClientSocket wire;
    private final CancellationSignal caller;
    private final ConnectionLimits limits;
    private final Consumer<ClientConnection> forget;
    private final Instant opened = Instant.now();
    private Instant windowStart = opened;
    private long writtenBefore;
    private boolean heard;
    private boolean closed;

    ClientConnection(
            ClientSocket wire, CancellationSignal caller, ConnectionLimits limits, Consumer<ClientConnection> forget) {
        this.wire = wire;
        this.caller = caller;
        this.limits = limits;
        this.forget = forget;
    }

    /** The whole request has been read: nothing more is expected of the caller. */
    public synchronized void heard() {
        heard = true;
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        forget.accept(this);
    }

    /** Ends the connection without an end of the answer. */
    public void cut() {
        wire.cut();
        caller.hangUp();
    }

    /** Looks whether the caller is still there, and keeps up. */
    void look(Instant now) {
        if (gone(now)) {
            caller.hangUp();
        }
    }

    private synchronized boolean gone(Instant now) {
        if (closed || caller.gone()) {
            return false;
        }
        if (!heard) {
            return tooSlow(opened.plus(limits.bodyTime()).plus(TO_SAY_SO).isBefore(now));
        }
        return wire.hungUp() || tooSlow(stalled(now));
    }

    private boolean tooSlow(boolean slow) {
        if (slow) {
            wire.cut();
        }
        return slow;
    }

    private boolean stalled(Instant now) {
        long written = wire.written();
        if (written == 0) {
            windowStart = now;
            return false;
        }
        if (now.isBefore(windowStart.plus(limits.readerTime()))) {
            return false;
        }
        boolean stalled = (written - writtenBefore) * 1000
                < limits.slowestReader() * limits.readerTime().toMillis();
        windowStart = now;
        writtenBefore = written;
        return stalled;
    }
}
