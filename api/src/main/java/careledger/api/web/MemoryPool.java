package careledger.api.web;

import careledger.answers.serving.CancellationSignal;
import careledger.answers.serving.FairQueue;
import careledger.answers.serving.OverloadedException;
import careledger.answers.serving.QueryCancelledException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** An amount of memory that answers share; those for which there is none wait in turn. */
final class MemoryPool {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final long total;
    private final int queue;
    private final Duration longestWait;
    private final FairQueue<Waiting> waiting = new FairQueue<>();
    private long free;

    /** @param queue answers that may wait; the newest of the caller with most of them is refused then */
    MemoryPool(long total, int queue, Duration longestWait) {
        this.total = total;
        this.free = total;
        this.queue = queue;
        this.longestWait = longestWait;
    }

    long total() {
        return total;
    }

    synchronized long free() {
        return free;
    }

    /** See {@link AnswerBudget#reserve}. */
    AnswerBudget.Share reserve(long bytes, CancellationSignal caller) {
        Waiting turn = enter(Math.min(bytes, total), caller.name());
        try (CancellationSignal.Watch hangUp = caller.whenGone(turn.called::countDown)) {
            turn.called.await(longestWait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        boolean gone = caller.gone();
        boolean granted = leave(turn);
        if (granted && !gone) {
            AtomicBoolean held = new AtomicBoolean(true);
            return () -> {
                if (held.compareAndSet(true, false)) {
                    giveBack(turn.bytes);
                }
            };
        }
        if (granted) {
            giveBack(turn.bytes);
        }
        throw gone
                ? new QueryCancelledException()
                : new OverloadedException("Too many long answers are being produced", RETRY_AFTER);
    }

    private synchronized Waiting enter(long bytes, String caller) {
        Waiting turn = new Waiting(bytes, caller);
        waiting.add(caller, turn);
        admit();
        if (waiting.size() > queue) {
            waiting.dropSurplus().called.countDown();
        }
        return turn;
    }

    /** @return whether it has its memory */
    private synchronized boolean leave(Waiting turn) {
        waiting.remove(turn.caller, turn);
        return turn.granted;
    }

    private synchronized void giveBack(long bytes) {
        free += bytes;
        admit();
    }

    /** Nobody overtakes the one whose turn it is, so that a large answer is not kept waiting by smaller ones. */
    private void admit() {
        while (!waiting.isEmpty() && waiting.next().bytes <= free) {
            Waiting next = waiting.take();
            free -= next.bytes;
            next.granted = true;
            next.called.countDown();
        }
    }

    private static final class Waiting {
        private final long bytes;
        private final String caller;
        private final CountDownLatch called = new CountDownLatch(1);
        private boolean granted;

        Waiting(long bytes, String caller) {
            this.bytes = bytes;
            this.caller = caller;
        }
    }
}
