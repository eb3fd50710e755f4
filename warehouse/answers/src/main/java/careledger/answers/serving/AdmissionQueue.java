package careledger.answers.serving;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Turns at the one DuckDB: a number at once, and in each priority a number waiting, served by caller in turn. Where there are
 * two places or more, neither priority may hold them all while the other one waits. Where too many wait, the newest request of
 * the caller with most of them is refused.
 */
final class AdmissionQueue {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final ServingLimits limits;
    private final Map<Priority, FairQueue<Turn>> queues = new EnumMap<>(Priority.class);
    private final Map<Priority, Integer> running = new EnumMap<>(Priority.class);

    AdmissionQueue(ServingLimits limits) {
        this.limits = limits;
        for (Priority priority : Priority.values()) {
            queues.put(priority, new FairQueue<>());
            running.put(priority, 0);
        }
    }

    /**
     * Does the work in its turn.
     *
     * @throws OverloadedException where too many wait, or no turn came in time
     * @throws QueryCancelledException where the caller has gone before its turn
     */
    <T> T inTurn(Priority priority, CancellationSignal caller, Supplier<T> work) {
        Turn turn = queue(priority, caller.name());
        try (CancellationSignal.Watch hangUp = caller.whenGone(turn.called::countDown)) {
            await(turn, caller);
        }
        try {
            return work.get();
        } finally {
            leave(priority);
        }
    }

    synchronized int running() {
        return running.values().stream().mapToInt(Integer::intValue).sum();
    }

    synchronized int waiting() {
        return queues.values().stream().mapToInt(FairQueue::size).sum();
    }

    private synchronized Turn queue(Priority priority, String caller) {
        Turn turn = new Turn(priority, caller);
        waitingIn(priority).add(caller, turn);
        callNext();
        if (waitingIn(priority).size() > limits.queue()) {
            waitingIn(priority).dropSurplus().called.countDown();
        }
        return turn;
    }

    private void await(Turn turn, CancellationSignal caller) {
        boolean interrupted = false;
        try {
            turn.called.await(limits.longestWait().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            interrupted = true;
        }
        boolean gone = caller.gone();
        if (take(turn, gone || interrupted)) {
            return;
        }
        throw gone ? new QueryCancelledException() : new OverloadedException(RETRY_AFTER);
    }

    /** Whether the turn is the caller's own now; if not, it has left the queue. */
    private synchronized boolean take(Turn turn, boolean givenUp) {
        if (turn.granted && !givenUp) {
            return true;
        }
        if (turn.granted) {
            leave(turn.priority);
        } else {
            waitingIn(turn.priority).remove(turn.caller, turn);
        }
        return false;
    }

    private synchronized void leave(Priority priority) {
        running.merge(priority, -1, Integer::sum);
        callNext();
    }

    private void callNext() {
        while (running() < limits.concurrent()) {
            Priority next = mayGo(Priority.QUICK, Priority.SLOW) ? Priority.QUICK : Priority.SLOW;
            if (next == Priority.SLOW && !mayGo(Priority.SLOW, Priority.QUICK)) {
                return;
            }
            Turn turn = waitingIn(next).take();
            running.merge(next, 1, Integer::sum);
            turn.granted = true;
            turn.called.countDown();
        }
    }

    /** One place is the other priority's: for the slow always, for the quick once a slow one waits. */
    private boolean mayGo(Priority priority, Priority other) {
        if (waitingIn(priority).isEmpty()) {
            return false;
        }
        boolean last = in(priority) == limits.concurrent() - 1;
        boolean leavesRoom = limits.concurrent() == 1 || !last;
        return leavesRoom || (priority == Priority.QUICK && waitingIn(other).isEmpty());
    }

    private int in(Priority priority) {
        return running.getOrDefault(priority, 0);
    }

    private FairQueue<Turn> waitingIn(Priority priority) {
        return queues.computeIfAbsent(priority, any -> new FairQueue<>());
    }

    private static final class Turn {
        private final Priority priority;
        private final String caller;
        private final CountDownLatch called = new CountDownLatch(1);
        private boolean granted;

        Turn(Priority priority, String caller) {
            this.priority = priority;
            this.caller = caller;
        }
    }
}
