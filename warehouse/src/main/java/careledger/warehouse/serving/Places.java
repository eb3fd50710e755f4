package careledger.warehouse.serving;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Turns at the one DuckDB: a number at once, and in each lane a number waiting, served by caller in turn. Where there are
 * two places or more, neither lane may hold them all while the other one waits. Where too many wait, the newest request of
 * the caller with most of them is refused.
 */
final class Places {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final ServingLimits limits;
    private final Map<Lane, FairQueue<Turn>> queues = new EnumMap<>(Lane.class);
    private final Map<Lane, Integer> running = new EnumMap<>(Lane.class);

    Places(ServingLimits limits) {
        this.limits = limits;
        for (Lane lane : Lane.values()) {
            queues.put(lane, new FairQueue<>());
            running.put(lane, 0);
        }
    }

    /**
     * Does the work in its turn.
     *
     * @throws OverloadedException where too many wait, or no turn came in time
     * @throws CallerGoneException where the caller has gone before its turn
     */
    <T> T inTurn(Lane lane, Caller caller, Supplier<T> work) {
        Turn turn = queue(lane, caller.name());
        try (Caller.Watch hangUp = caller.whenGone(turn.called::countDown)) {
            await(turn, caller);
        }
        try {
            return work.get();
        } finally {
            leave(lane);
        }
    }

    synchronized int running() {
        return running.values().stream().mapToInt(Integer::intValue).sum();
    }

    synchronized int waiting() {
        return queues.values().stream().mapToInt(FairQueue::size).sum();
    }

    private synchronized Turn queue(Lane lane, String caller) {
        Turn turn = new Turn(lane, caller);
        waitingIn(lane).add(caller, turn);
        callNext();
        if (waitingIn(lane).size() > limits.queue()) {
            waitingIn(lane).dropSurplus().called.countDown();
        }
        return turn;
    }

    private void await(Turn turn, Caller caller) {
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
        throw gone ? new CallerGoneException() : new OverloadedException(RETRY_AFTER);
    }

    /** Whether the turn is the caller's own now; if not, it has left the queue. */
    private synchronized boolean take(Turn turn, boolean givenUp) {
        if (turn.granted && !givenUp) {
            return true;
        }
        if (turn.granted) {
            leave(turn.lane);
        } else {
            waitingIn(turn.lane).remove(turn.caller, turn);
        }
        return false;
    }

    private synchronized void leave(Lane lane) {
        running.merge(lane, -1, Integer::sum);
        callNext();
    }

    private void callNext() {
        while (running() < limits.concurrent()) {
            Lane next = mayGo(Lane.QUICK, Lane.SLOW) ? Lane.QUICK : Lane.SLOW;
            if (next == Lane.SLOW && !mayGo(Lane.SLOW, Lane.QUICK)) {
                return;
            }
            Turn turn = waitingIn(next).take();
            running.merge(next, 1, Integer::sum);
            turn.granted = true;
            turn.called.countDown();
        }
    }

    /** One place is the other lane's: for the slow always, for the quick once a slow one waits. */
    private boolean mayGo(Lane lane, Lane other) {
        if (waitingIn(lane).isEmpty()) {
            return false;
        }
        boolean last = in(lane) == limits.concurrent() - 1;
        boolean leavesRoom = limits.concurrent() == 1 || !last;
        return leavesRoom || (lane == Lane.QUICK && waitingIn(other).isEmpty());
    }

    private int in(Lane lane) {
        return running.getOrDefault(lane, 0);
    }

    private FairQueue<Turn> waitingIn(Lane lane) {
        return queues.computeIfAbsent(lane, any -> new FairQueue<>());
    }

    private static final class Turn {
        private final Lane lane;
        private final String caller;
        private final CountDownLatch called = new CountDownLatch(1);
        private boolean granted;

        Turn(Lane lane, String caller) {
            this.lane = lane;
            this.caller = caller;
        }
    }
}
