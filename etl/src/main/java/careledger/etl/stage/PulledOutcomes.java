package careledger.etl.stage;

import careledger.etl.layout.Outcome;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Lets a reader that hands its outcomes over be pulled from, holding only a bounded number of them at a time. */
final class PulledOutcomes implements Iterator<Outcome> {
    private static final int HELD = 1_024;

    private final BlockingQueue<Handed> queue = new LinkedBlockingQueue<>(HELD);
    private @Nullable Handed next;

    PulledOutcomes(String name, Reading reading) {
        Thread reader = new Thread(() -> read(reading), "reading " + name);
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

    private void read(Reading reading) {
        try {
            reading.into(outcome -> put(new Handed(Optional.of(outcome), Optional.empty())));
            put(new Handed(Optional.empty(), Optional.empty()));
        } catch (Exception | OutOfMemoryError e) {
            put(new Handed(Optional.empty(), Optional.of(e)));
        }
    }

    private void put(Handed handed) {
        try {
            queue.put(handed);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Reading was interrupted.", e);
        }
    }

    private Handed take() {
        try {
            return queue.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Reading was interrupted.", e);
        }
    }

    /** What hands its outcomes over. */
    interface Reading {
        void into(Consumer<Outcome> out) throws Exception;
    }

    /** An outcome, a failure, or neither at the end. */
    private record Handed(Optional<Outcome> outcome, Optional<Throwable> failure) {}
}
