package careledger.api.web;

import careledger.answers.serving.CancellationSignal;
import careledger.api.config.CareLedgerProperties;
import careledger.api.config.ConnectionLimits;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Looks after the lines of all requests that are being answered. */
@Component
public final class ClientConnections implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(ClientConnections.class);
    private static final long EVERY_MILLIS = 50;

    private final Set<ClientConnection> open = ConcurrentHashMap.newKeySet();
    private final ConnectionLimits limits;
    private final ScheduledExecutorService watcher = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "lines");
        thread.setDaemon(true);
        return thread;
    });

    private final ScheduledFuture<?> looking;

    ClientConnections(CareLedgerProperties properties) {
        this.limits = properties.limits().connection();
        this.looking = watcher.scheduleWithFixedDelay(this::look, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** The line of the request that this thread answers; none where the server is another one. */
    public Optional<ClientConnection> open(CancellationSignal caller) {
        return ClientSocket.ofThisThread().map(wire -> {
            ClientConnection line = new ClientConnection(wire, caller, limits, open::remove);
            open.add(line);
            return line;
        });
    }

    @Override
    public void destroy() {
        looking.cancel(false);
        watcher.shutdown();
    }

    private void look() {
        Instant now = Instant.now();
        open.forEach(line -> look(line, now));
    }

    /** One line that cannot be looked at must not keep the others from it. */
    private void look(ClientConnection line, Instant now) {
        try {
            line.look(now);
        } catch (RuntimeException e) {
            open.remove(line);
            LOG.warn("a line cannot be looked at; its caller is waited for", e);
        }
    }
}
