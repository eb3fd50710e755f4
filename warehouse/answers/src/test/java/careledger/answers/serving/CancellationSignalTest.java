package careledger.answers.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import careledger.release.TinyRelease;
import careledger.release.sql.Jdbc;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 120, unit = TimeUnit.SECONDS)
class CancellationSignalTest {
    private static final Duration NEVER = Duration.ofMinutes(10);
    private static final ReleaseQuery<Long> ONE =
            (release, connection) -> Jdbc.one(connection, "SELECT 1", row -> row.getLong(1));

    @TempDir
    Path data;

    private final ExecutorService callers = Executors.newCachedThreadPool();

    @BeforeEach
    void publish() {
        TinyRelease.published(data, "r1");
    }

    @AfterEach
    void stop() {
        callers.shutdownNow();
    }

    @Test
    void statementOfACallerWhoHangsUpIsCancelledAndItsPlaceIsFree() throws Exception {
        try (Warehouse warehouse = Warehouse.open(data, places(1))) {
            CancellationSignal caller = new CancellationSignal();
            CountDownLatch asking = new CountDownLatch(1);
            Future<Long> answer =
                    callers.submit(() -> query(warehouse, caller, Priority.SLOW, (release, connection) -> {
                        asking.countDown();
                        return endless(connection);
                    }));
            asking.await();

            caller.hangUp();

            assertThatThrownBy(answer::get)
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(QueryCancelledException.class);
            assertThat(warehouse.read(ONE)).isEqualTo(1);
            assertThat(warehouse.load().hungUp()).isEqualTo(1);
        }
    }

    @Test
    void callerWhoHangsUpWhileWaitingLeavesTheQueue() throws Exception {
        try (Warehouse warehouse = Warehouse.open(data, places(1));
                Held place = new Held(warehouse, Priority.QUICK)) {
            CancellationSignal caller = new CancellationSignal();
            Future<Long> answer = callers.submit(() -> query(warehouse, caller, Priority.QUICK, ONE));
            until(() -> warehouse.load().waiting() == 1);

            caller.hangUp();

            assertThatThrownBy(answer::get).hasCauseInstanceOf(QueryCancelledException.class);
            assertThat(warehouse.load().waiting()).isZero();
            assertThat(warehouse.load().running()).isEqualTo(1);
        }
    }

    @Test
    void callerWhoHasGoneBeforeAskingGetsNoPlace() {
        try (Warehouse warehouse = Warehouse.open(data, places(1))) {
            CancellationSignal caller = new CancellationSignal();
            caller.hangUp();

            assertThatThrownBy(() -> query(warehouse, caller, Priority.QUICK, ONE))
                    .isInstanceOf(QueryCancelledException.class);
            assertThat(warehouse.load().running()).isZero();
        }
    }

    @Test
    void quickQuestionDoesNotWaitForACrowdOfSlowOnes() throws Exception {
        try (Warehouse warehouse = Warehouse.open(data, places(2));
                Held first = new Held(warehouse, Priority.SLOW)) {
            Future<Long> second = callers.submit(() -> query(warehouse, new CancellationSignal(), Priority.SLOW, ONE));
            until(() -> warehouse.load().waiting() == 1);

            assertThat(warehouse.read(ONE)).isEqualTo(1);
            assertThat(second.isDone()).isFalse();

            first.close();
            assertThat(second.get()).isEqualTo(1);
        }
    }

    @Test
    void slowQuestionHasItsTurnBesideACrowdOfQuickOnes() throws Exception {
        try (Warehouse warehouse = Warehouse.open(data, places(2));
                Held first = new Held(warehouse, Priority.QUICK);
                Held second = new Held(warehouse, Priority.QUICK)) {
            Future<Long> slow = callers.submit(() -> query(warehouse, new CancellationSignal(), Priority.SLOW, ONE));
            until(() -> warehouse.load().waiting() == 1);
            Future<Long> quick = callers.submit(() -> warehouse.read(ONE));
            until(() -> warehouse.load().waiting() == 2);

            first.close();

            assertThat(slow.get()).isEqualTo(1);
            assertThat(quick.get()).isEqualTo(1);
        }
    }

    @Test
    void whatEveryQuestionNeedsFirstWaitsForNoPlace() throws Exception {
        try (Warehouse warehouse = Warehouse.open(data, places(1));
                Held place = new Held(warehouse, Priority.QUICK);
                Lease lease = warehouse.lease()) {
            assertThat(lease.readAhead(ONE)).isEqualTo(1);
        }
    }

    private static long query(
            Warehouse warehouse, CancellationSignal caller, Priority priority, ReleaseQuery<Long> question) {
        try (Lease lease = warehouse.lease(caller)) {
            return lease.read(priority, question);
        }
    }

    private static long endless(Connection connection) throws SQLException {
        return Jdbc.one(
                connection,
                "SELECT count(*) FROM range(10000000) a, range(1000000) b WHERE a.range * b.range % 7 = 3",
                row -> row.getLong(1));
    }

    private static ServingLimits places(int concurrent) {
        return new ServingLimits(concurrent, 8, NEVER, NEVER, 256, 2);
    }

    private static void until(Callable<Boolean> so) throws Exception {
        while (!so.call()) {
            Thread.sleep(5);
        }
    }

    /** A place that is taken until closed. */
    private final class Held implements AutoCloseable {
        private final CountDownLatch end = new CountDownLatch(1);
        private final Future<Long> held;

        Held(Warehouse warehouse, Priority priority) throws Exception {
            CountDownLatch asking = new CountDownLatch(1);
            held = callers.submit(() -> query(warehouse, new CancellationSignal(), priority, (release, connection) -> {
                asking.countDown();
                awaitEnd();
                return 0L;
            }));
            asking.await();
        }

        private void awaitEnd() {
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void close() throws Exception {
            end.countDown();
            held.get();
        }
    }
}
