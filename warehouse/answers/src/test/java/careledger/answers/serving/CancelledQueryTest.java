package careledger.answers.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import careledger.answers.query.Sql;
import careledger.release.TinyRelease;
import careledger.release.sql.Jdbc;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is given up ends, and harms nobody else. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class CancelledQueryTest {
    private static final ReleaseQuery<Long> CLAIMS =
            (release, connection) -> Jdbc.one(connection, "SELECT count(*) FROM observation", row -> row.getLong(1));
    private static final ReleaseQuery<Long> CONNECTION =
            (release, connection) -> Jdbc.one(connection, "SELECT current_connection_id()", row -> row.getLong(1));
    private static final int MANY = 200_000;
    private static final Duration NEVER = Duration.ofMinutes(10);

    @TempDir
    Path data;

    @BeforeEach
    void publish() {
        TinyRelease.published(data, "r1");
    }

    @Test
    void cancelAtTheDeadlineNeverHitsTheNextQuestion() {
        Ends ends = new Ends();

        try (Warehouse warehouse = open(Duration.ofMillis(30))) {
            for (int i = 0; i < 60; i++) {
                ReleaseQuery<Long> counting = counting(i * 400_000L);
                ends.query(() -> warehouse.read(counting));
                ends.query(() -> warehouse.read(CLAIMS));
            }
        }

        assertThat(ends.failed).isEmpty();
        assertThat(ends.givenUp).as("some are cut, or nothing is tried").isPositive();
        assertThat(ends.answered).as("some are not").isPositive();
    }

    @Test
    void callerWhoHangsUpNeverStopsTheNextQuestion() throws Exception {
        Ends ends = new Ends();
        ExecutorService other = Executors.newSingleThreadExecutor();

        try (Warehouse warehouse = open(NEVER)) {
            for (int i = 0; i < 60; i++) {
                CancellationSignal caller = new CancellationSignal();
                Future<?> hangsUp = other.submit(caller::hangUp);
                try (Lease lease = warehouse.lease(caller)) {
                    ends.query(() -> lease.read(counting(300_000)));
                }
                assertThat(warehouse.read(CLAIMS)).isEqualTo(16);
                hangsUp.get(30, TimeUnit.SECONDS);
            }
        } finally {
            other.shutdownNow();
        }

        assertThat(ends.failed).isEmpty();
    }

    @Test
    void onlyTheConnectionOfAnAnswerIsKept() {
        try (Warehouse warehouse = open(Duration.ofSeconds(2))) {
            long first = warehouse.read(CONNECTION);
            assertThat(warehouse.read(CONNECTION)).isEqualTo(first);

            long cancelled = warehouse.read((release, connection) -> {
                while (!connection.isClosed()) {
                    Thread.onSpinWait();
                }
                return first;
            });
            long second = warehouse.read(CONNECTION);
            assertThat(second).as("after %s was told to cancel", cancelled).isNotEqualTo(first);

            assertThatThrownBy(() -> warehouse.read(
                            (release, connection) -> Jdbc.one(connection, "SELECT no_such_column", row -> 1L)))
                    .isInstanceOf(FailedQueryException.class);
            assertThat(warehouse.read(CONNECTION)).as("after a failure").isNotEqualTo(second);
        }
    }

    @Test
    void rowsAreReadNoFurtherOnceTheDeadlineHasPassed() {
        AtomicLong read = new AtomicLong();

        try (Warehouse warehouse = open(Duration.ofMillis(300))) {
            assertThatThrownBy(() -> warehouse.read((release, connection) ->
                            new Sql(connection).rows("SELECT range FROM range(?)", List.of(MANY), row -> slowly(read))))
                    .isInstanceOf(DeadlineException.class);
        }

        assertThat(read.get()).isLessThan(MANY);
    }

    @Test
    void nothingMoreIsAskedOnceTheDeadlineHasPassed() {
        AtomicLong asked = new AtomicLong();

        try (Warehouse warehouse = open(Duration.ofMillis(100))) {
            assertThatThrownBy(() -> warehouse.read((release, connection) -> {
                        while (asked.incrementAndGet() < MANY) {
                            Jdbc.one(connection, "SELECT 1", row -> slowly(asked));
                        }
                        return asked.get();
                    }))
                    .isInstanceOf(DeadlineException.class);
        }

        assertThat(asked.get()).isLessThan(MANY);
    }

    @Test
    void comparisonIsCancelledAtItsDeadline() {
        try (Warehouse warehouse = open(Duration.ofMillis(300));
                Lease lease = warehouse.lease()) {
            assertThatThrownBy(() -> lease.compare(Priority.SLOW, scratch -> {
                        try (Connection connection = scratch.open()) {
                            return Jdbc.one(
                                    connection,
                                    "SELECT count(*) FROM range(10000000) a, range(1000000) b"
                                            + " WHERE a.range * b.range % 7 = 3",
                                    row -> row.getLong(1));
                        }
                    }))
                    .isInstanceOf(DeadlineException.class);
            assertThat(warehouse.load()).isEqualTo(new WarehouseLoad(0, 0, 0, 1, 0, 0, 0));
        }
    }

    @Test
    void comparisonMayTakeOnlySoMuchMemory() {
        try (Warehouse warehouse = open(NEVER);
                Lease lease = warehouse.lease()) {
            assertThatThrownBy(() -> lease.compare(Priority.SLOW, scratch -> {
                        try (Connection connection = scratch.open()) {
                            Jdbc.execute(
                                    connection,
                                    "CREATE TABLE much AS SELECT md5(range::VARCHAR) AS text FROM range(20000000)");
                            return true;
                        }
                    }))
                    .isInstanceOfSatisfying(FailedQueryException.class, e -> assertThat(e.outOfMemory())
                            .isTrue());
        }
    }

    private Warehouse open(Duration deadline) {
        return Warehouse.open(data, new ServingLimits(1, 0, Duration.ofSeconds(30), deadline, 128, 2));
    }

    private static ReleaseQuery<Long> counting(long rows) {
        return (release, connection) ->
                Jdbc.one(connection, "SELECT count(*) FROM range(?) WHERE range % 7 = 3", row -> row.getLong(1), rows);
    }

    private static long slowly(AtomicLong count) {
        try {
            Thread.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return count.incrementAndGet();
    }

    /** How questions ended. */
    private static final class Ends {
        private final List<Throwable> failed = new ArrayList<>();
        private int answered;
        private int givenUp;

        void query(Supplier<Long> question) {
            try {
                assertThat(question.get()).isNotNegative();
                answered++;
            } catch (DeadlineException | QueryCancelledException e) {
                givenUp++;
            } catch (FailedQueryException e) {
                failed.add(e);
            }
        }
    }
}
