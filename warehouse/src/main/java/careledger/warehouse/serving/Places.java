package careledger.warehouse.serving;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Turns at the one DuckDB: so many at once, so many waiting, first come first served. */
final class Places {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final Semaphore free;
    private final AtomicInteger waiting = new AtomicInteger();
    private final ServingLimits limits;

    Places(ServingLimits limits) {
        this.limits = limits;
        this.free = new Semaphore(limits.concurrent(), true);
    }

    /** Does the work in its turn. @throws OverloadedException where too many wait, or no turn came in time */
    <T> T inTurn(Supplier<T> work) {
        if (!free.tryAcquire()) {
            await();
        }
        try {
            return work.get();
        } finally {
            free.release();
        }
    }

    private void await() {
        try {
            if (waiting.incrementAndGet() > limits.queue()
                    || !free.tryAcquire(limits.longestWait().toMillis(), TimeUnit.MILLISECONDS)) {
                throw new OverloadedException(RETRY_AFTER);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OverloadedException(RETRY_AFTER);
        } finally {
            waiting.decrementAndGet();
        }
    }
}
