package careledger.answers.serving;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How much the warehouse takes on.
 *
 * @param concurrent questions answered at once
 * @param queue questions that may wait for their turn, in each priority; one more is refused
 * @param longestWait for a turn; then the question is refused
 * @param deadline from the turn to the answer; then the running statement is cancelled
 * @param memoryMegabytes for DuckDB, all questions together
 * @param threads of DuckDB, all questions together; fewer where a release is small
 * @param slow from which time on an answer is logged with its statements
 */
public record ServingLimits(
        int concurrent,
        int queue,
        Duration longestWait,
        Duration deadline,
        int memoryMegabytes,
        int threads,
        Duration slow) {
    private static final Duration SLOW = Duration.ofSeconds(1);

    private static final int LEAST_MEGABYTES = 64;

    /** Rows that DuckDB gives to one thread at least. */
    private static final int ROWS_A_THREAD = 122_880;

    public ServingLimits {
        List<String> problems = new ArrayList<>();
        atLeast(1, concurrent, "concurrent", problems);
        atLeast(0, queue, "queue", problems);
        atLeast(1, longestWait.toMillis(), "longestWait (milliseconds)", problems);
        atLeast(1, deadline.toMillis(), "deadline (milliseconds)", problems);
        atLeast(LEAST_MEGABYTES, memoryMegabytes, "memoryMegabytes", problems);
        atLeast(1, threads, "threads", problems);
        atLeast(1, slow.toMillis(), "slow (milliseconds)", problems);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join(" ", problems));
        }
    }

    /** What takes a second is slow. */
    public ServingLimits(
            int concurrent, int queue, Duration longestWait, Duration deadline, int memoryMegabytes, int threads) {
        this(concurrent, queue, longestWait, deadline, memoryMegabytes, threads, SLOW);
    }

    /** As many questions at once as there are cores. */
    public static ServingLimits defaults() {
        int cores = Runtime.getRuntime().availableProcessors();
        return new ServingLimits(cores, 64, Duration.ofSeconds(5), Duration.ofSeconds(10), 512, cores);
    }

    /** For a release before the current one: the same turns and deadlines, and a quarter of the memory. */
    ServingLimits forEarlier() {
        return new ServingLimits(
                concurrent,
                queue,
                longestWait,
                deadline,
                Math.max(LEAST_MEGABYTES, memoryMegabytes / 4),
                threads,
                slow);
    }

    /** Threads for a release of so many claims: more than there is work for only wake each other. */
    int threadsFor(long claims) {
        return (int) Math.min(threads, 1 + claims / ROWS_A_THREAD);
    }

    private static void atLeast(long least, long found, String name, List<String> problems) {
        if (found < least) {
            problems.add(name + " is " + found + "; it must be " + least + " or more.");
        }
    }
}
