package careledger.etl.stage;

import careledger.etl.layout.Outcome;
import java.io.Serial;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Lets a reader that hands its outcomes over be pulled from, holding only a bounded number of them at a time. */
final class PulledOutcomes implements Iterator<Outcome> {
    private static final int HELD = 1_024;
    private static final long SECONDS_BETWEEN_CHECKS = 1;

    private final BlockingQueue<Handed> queue = new LinkedBlockingQueue<>(HELD);
    private final Thread reader;
    private final Thread consumer = Thread.currentThread();
    private @Nullable Handed next;

    PulledOutcomes(String name, Reading reading) {
        reader = new Thread(() -> read(reading), "reading " + name);
        reader.setDaemon(true);
        reader.start();
    }

    @Override
    public boolean hasNext() {
        if (next == null) {
            next = take();
        }
        if (next.failure().isPresent()) {
            throw new IllegalStateException(
                    "A delivered file could not be read to its end.",
                    next.failure().get());
        }
        return next.outcome().isPresent();
    }

    @Override
    public Outcome next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException();
        }
        Outcome outcome = next.outcome().orElseThrow();
        next = null;
        return outcome;
    }

    /** Every failure is handed over, also an {@link Error}: Hadoop throws one where a file cannot be read on. */
    @SuppressWarnings("CatchThrowable")
    private void read(Reading reading) {
        try {
            reading.into(outcome -> put(new Handed(Optional.of(outcome), Optional.empty())));
            put(new Handed(Optional.empty(), Optional.empty()));
        } catch (AbandonedException e) {
            return;
        } catch (Throwable e) {
            put(new Handed(Optional.empty(), Optional.of(e)));
        }
    }

    private void put(Handed handed) {
        try {
            while (!queue.offer(handed, SECONDS_BETWEEN_CHECKS, TimeUnit.SECONDS)) {
                if (!consumer.isAlive()) {
                    throw new AbandonedException();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Reading was interrupted.", e);
        }
    }

    private Handed take() {
        try {
            while (true) {
                @Nullable Handed handed = queue.poll(SECONDS_BETWEEN_CHECKS, TimeUnit.SECONDS);
                if (handed != null) {
                    return handed;
                }
                if (!reader.isAlive() && queue.isEmpty()) {
                    throw new IllegalStateException("Reading ended without a result.");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Reading was interrupted.", e);
        }
    }

    /** Nobody takes what is read any more. */
    private static final class AbandonedException extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1L;
    }

    /** What hands its outcomes over. */
    interface Reading {
        void into(Consumer<Outcome> out) throws Exception;
    }

    /** An outcome, a failure, or neither at the end. */
    private record Handed(Optional<Outcome> outcome, Optional<Throwable> failure) {}
}
