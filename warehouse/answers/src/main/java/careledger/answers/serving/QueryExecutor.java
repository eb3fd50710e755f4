package careledger.answers.serving;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where questions are taken in their turn, under their deadline, and counted; slow ones are logged. */
final class QueryExecutor {
    private static final Logger SLOW = LoggerFactory.getLogger("careledger.slow");

    private static final int LEAST_MEGABYTES = 64;

    private final AdmissionQueue admission;
    private final ServingLimits limits;
    private final ScheduledExecutorService clock;
    private final QueryCounters counters;

    QueryExecutor(
            AdmissionQueue admission, ServingLimits limits, ScheduledExecutorService clock, QueryCounters counters) {
        this.admission = admission;
        this.limits = limits;
        this.clock = clock;
        this.counters = counters;
    }

    <T> T inTurn(Priority priority, CancellationSignal caller, Function<Deadline, T> answer) {
        return counted(() -> admission.inTurn(priority, caller, () -> timed(caller, answer)));
    }

    /** Takes no place. */
    <T> T atOnce(Function<Deadline, T> answer) {
        return counted(() -> timed(new CancellationSignal(), answer));
    }

    /** A database in memory whose statements are under the deadline. */
    Connection scratch(Deadline deadline) throws SQLException {
        Properties settings = new Properties();
        settings.setProperty("memory_limit", Math.max(LEAST_MEGABYTES, limits.memoryMegabytes() / 2) + "MB");
        settings.setProperty("threads", Integer.toString(limits.threads()));
        settings.setProperty("temp_directory", "");
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("lock_configuration", "true");
        return WatchedConnection.of(
                new KeptStatements(DriverManager.getConnection("jdbc:duckdb:", settings)), deadline);
    }

    DeadlineException passed(Exception cause) {
        return new DeadlineException(limits.deadline(), cause);
    }

    private <T> T counted(Supplier<T> answer) {
        try {
            T answered = answer.get();
            counters.answered();
            return answered;
        } catch (RuntimeException e) {
            counters.ended(e);
            throw e;
        }
    }

    private <T> T timed(CancellationSignal caller, Function<Deadline, T> answer) {
        long start = System.nanoTime();
        try (Deadline deadline = new Deadline(clock, limits.deadline(), caller)) {
            try {
                return answer.apply(deadline);
            } finally {
                Duration took = Duration.ofNanos(System.nanoTime() - start);
                if (took.compareTo(limits.slow()) >= 0) {
                    SLOW.warn(
                            "{} ms for {} statements:\n{}",
                            TimeUnit.NANOSECONDS.toMillis(took.toNanos()),
                            deadline.asked().size(),
                            String.join(";\n", deadline.asked()));
                }
            }
        }
    }
}
