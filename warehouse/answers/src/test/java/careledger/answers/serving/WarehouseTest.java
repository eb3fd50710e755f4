package careledger.answers.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import careledger.release.TinyRelease;
import careledger.release.servingfile.ServingFile;
import careledger.release.sql.Jdbc;
import careledger.release.store.DataLock;
import careledger.release.store.Release;
import careledger.release.store.ReleaseExport;
import careledger.release.store.ReleaseHold;
import careledger.release.store.Releases;
import careledger.release.store.Retention;
import careledger.schema.star.StarSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 120, unit = TimeUnit.SECONDS)
class WarehouseTest {
    private static final ReleaseQuery<Long> CLAIMS =
            (release, connection) -> Jdbc.one(connection, "SELECT count(*) FROM observation", row -> row.getLong(1));
    private static final ReleaseQuery<Long> HEAVY = (release, connection) -> Jdbc.one(
            connection,
            "SELECT count(*) FROM range(10000000) a, range(1000000) b WHERE a.range * b.range % 7 = 3",
            row -> row.getLong(1));
    private static final ServingLimits LIMITS =
            new ServingLimits(2, 16, Duration.ofSeconds(20), Duration.ofSeconds(20), 256, 2);

    @TempDir
    Path data;

    @Nested
    class Serving {
        @Test
        void currentReleaseAnswers() {
            TinyRelease.published(data, "r1");

            try (Warehouse warehouse = Warehouse.open(data, LIMITS)) {
                assertThat(warehouse.read(CLAIMS)).isEqualTo(16);
                assertThat(warehouse.status().servedRelease()).contains("r1");
                assertThat(warehouse.status().problem()).isEmpty();
            }
        }

        @Test
        void exportedCopyAnswers(@TempDir Path elsewhere) throws IOException {
            Release release = TinyRelease.published(data, "r1");
            Files.createDirectories(data.resolve("runs"));
            Files.writeString(data.resolve("runs/run-of-r1.json"), "{}");
            new ReleaseExport(data, release).to(elsewhere.resolve("copy"));

            try (Warehouse warehouse = Warehouse.open(elsewhere.resolve("copy"), LIMITS)) {
                assertThat(warehouse.status().servedRelease()).contains("r1");
            }
        }

        @Test
        void withoutAReleaseTheReasonIsSaid() {
            try (Warehouse warehouse = Warehouse.open(data, LIMITS)) {
                assertThatThrownBy(() -> warehouse.read(CLAIMS))
                        .isInstanceOf(NoReleaseException.class)
                        .hasMessageContaining("Nothing has been published yet");
            }
        }

        @Test
        void releaseThatIsServedIsNotPrunedEvenWhereItIsNoLongerCurrent() throws IOException {
            TinyRelease.published(data, "r1");
            try (Warehouse warehouse = Warehouse.open(data, LIMITS)) {
                Release broken = TinyRelease.published(data, "r2");
                Files.delete(broken.table(StarSchema.DIM_AREA).resolve("part-0.parquet"));
                warehouse.refresh();

                assertThat(warehouse.status().servedRelease()).contains("r1");
                assertThat(prune()).isEmpty();
            }

            assertThat(prune()).containsExactly("r1");
        }

        private List<String> prune() {
            try (DataLock lock = DataLock.take(data)) {
                return new Releases(data).prune(lock, Retention.ofNewest(0), Instant.now());
            }
        }

        @Test
        void closedWarehouseSaysSo() {
            TinyRelease.published(data, "r1");
            Warehouse warehouse = Warehouse.open(data, LIMITS);
            warehouse.close();

            assertThatThrownBy(() -> warehouse.read(CLAIMS)).hasMessageContaining("is closed");
        }

        @Test
        void twoWarehousesServeOneFolder() {
            TinyRelease.published(data, "r1");

            try (Warehouse one = Warehouse.open(data, LIMITS);
                    Warehouse other = Warehouse.open(data, ServingLimits.defaults())) {
                assertThat(one.read(CLAIMS)).isEqualTo(other.read(CLAIMS));
            }
        }

        @Test
        void failedQuestionLeavesTheNextOneUntouched() {
            TinyRelease.published(data, "r1");

            try (Warehouse warehouse = Warehouse.open(data, LIMITS)) {
                assertThatThrownBy(() -> warehouse.read((release, connection) ->
                                Jdbc.one(connection, "SELECT no_such_column FROM observation", row -> row.getLong(1))))
                        .isInstanceOf(FailedQueryException.class);
                assertThat(warehouse.read(CLAIMS)).isEqualTo(16);
            }
        }
    }

    @Nested
    class Swapping {
        @Test
        void leaseKeepsItsReleaseUntilItEnds() {
            TinyRelease.published(data, "r1");
            try (Warehouse warehouse = Warehouse.open(data, LIMITS)) {
                try (Lease lease = warehouse.lease()) {
                    publishWithout("ar/3", "r2");
                    warehouse.refresh();

                    assertThat(lease.read(CLAIMS)).isEqualTo(16);
                    assertThat(warehouse.read(CLAIMS)).isEqualTo(15);
                    assertThat(data.resolve("serving/r1.duckdb")).exists();
                }
                assertThat(data.resolve("serving/r1.duckdb")).doesNotExist();
                assertThat(data.resolve("serving/r2.duckdb")).exists();
            }
        }

        /** A rollback and back: a release is opened again while its last reader from before leaves. */
        @Test
        void fileThatIsBeingOpenedIsNotSwept() {
            TinyRelease.published(data, "r1");
            try (Warehouse warehouse = Warehouse.open(data, LIMITS)) {
                Lease before = warehouse.lease();
                publishWithout("ar/3", "r2");
                warehouse.refresh();

                try (ReleaseHold opening = new Releases(data).hold("r1")) {
                    before.close();

                    assertThat(data.resolve("serving/r1.duckdb")).exists();
                    assertThat(data.resolve("serving/r1.duckdb.sha256")).exists();
                }
            }
        }

        /** A run makes the file of the release that it published, perhaps before the service looks. */
        @Test
        void fileOfTheReleaseThatIsCurrentByNowIsNotSwept() {
            TinyRelease.published(data, "r1");
            try (Warehouse warehouse = Warehouse.open(data, LIMITS)) {
                Lease before = warehouse.lease();
                publishWithout("ar/3", "r2");
                warehouse.refresh();
                TinyRelease.published(data, "r3");
                ServingFile.build(new Releases(data).get("r3"), ServingFile.place(data, "r3"));

                before.close();

                assertThat(data.resolve("serving/r1.duckdb")).doesNotExist();
                assertThat(data.resolve("serving/r3.duckdb")).exists();
            }
        }

        @Test
        void eightReadersNeverFailWhileReleasesAreSwapped() throws Exception {
            TinyRelease.published(data, "r0");
            AtomicBoolean done = new AtomicBoolean();
            ExecutorService readers = Executors.newFixedThreadPool(8);
            try (Warehouse warehouse = Warehouse.open(data, LIMITS)) {
                List<Future<Long>> reading = new ArrayList<>();
                for (int i = 0; i < 8; i++) {
                    reading.add(readers.submit(() -> readUntil(done, warehouse)));
                }

                for (int i = 1; i <= 5; i++) {
                    TinyRelease.published(data, "r" + i);
                    warehouse.refresh();
                    assertThat(warehouse.status().problem()).isEmpty();
                }
                new Releases(data).rollback("r1");
                warehouse.refresh();
                done.set(true);

                for (Future<Long> one : reading) {
                    assertThat(one.get(30, TimeUnit.SECONDS)).isPositive();
                }
                assertThat(warehouse.status().servedRelease()).contains("r1");
            } finally {
                readers.shutdownNow();
            }
            assertThat(servingFiles()).containsExactlyInAnyOrder("r1.duckdb", "r1.duckdb.sha256", ".lock");
        }

        @Test
        void releaseThatCannotBeLoadedLeavesTheOldOneServedAndSaysSo() throws IOException {
            TinyRelease.published(data, "r1");
            try (Warehouse warehouse = Warehouse.open(data, LIMITS)) {
                Release broken = TinyRelease.published(data, "r2");
                Path file = broken.table(StarSchema.DIM_SOURCE).resolve("part-0.parquet");
                Files.write(file, new byte[] {1, 2, 3});

                warehouse.refresh();

                assertThat(warehouse.read(CLAIMS)).isEqualTo(16);
                assertThat(warehouse.status().servedRelease()).contains("r1");
                assertThat(warehouse.status().wantedRelease()).contains("r2");
                assertThat(warehouse.status().problem()).hasValueSatisfying(words -> assertThat(words)
                        .contains("Release 'r2' is not served", "bytes; the manifest says"));
            }
        }

        @Test
        void releaseThatAnswersAGoldenQuestionWronglyIsNotServed() {
            try (TinyRelease tiny = TinyRelease.prepare()
                    .change("UPDATE dim_extract SET claims = 7 WHERE extract_id = '2025/dfe.csv'")) {
                tiny.publish(data, "r1");
            }

            try (Warehouse warehouse = Warehouse.open(data, LIMITS)) {
                assertThat(warehouse.status().problem())
                        .contains("Release 'r1' is not served: 2025/dfe.csv has 6 claims;"
                                + " 7 were counted when it was read.");
            }
        }

        @Test
        void watchingWarehouseSeesThatCurrentHasMoved() throws InterruptedException {
            TinyRelease.published(data, "r1");
            try (Warehouse warehouse = Warehouse.open(data, LIMITS)) {
                warehouse.watch(Duration.ofMillis(50));

                publishWithout("ar/3", "r2");

                Instant latest = Instant.now().plusSeconds(30);
                while (!warehouse.status().servedRelease().equals(java.util.Optional.of("r2"))
                        && Instant.now().isBefore(latest)) {
                    Thread.sleep(20);
                }
                assertThat(warehouse.read(CLAIMS)).isEqualTo(15);
            }
        }

        @Test
        void whatADeadBuildLeftBehindIsSwept() throws IOException {
            TinyRelease.published(data, "r1");
            Files.createDirectories(data.resolve("serving"));
            Files.writeString(data.resolve("serving/r1.duckdb.building-999999999-ab"), "half a file");
            Files.writeString(data.resolve("serving/r0.duckdb"), "of a release that is gone");

            Warehouse.open(data, LIMITS).close();

            assertThat(servingFiles()).containsExactlyInAnyOrder("r1.duckdb", "r1.duckdb.sha256", ".lock");
        }

        private long readUntil(AtomicBoolean done, Warehouse warehouse) {
            long answers = 0;
            while (!done.get()) {
                assertThat(warehouse.read(CLAIMS)).isEqualTo(16);
                answers++;
            }
            return answers;
        }

        private List<String> servingFiles() throws IOException {
            try (var files = Files.list(data.resolve("serving"))) {
                return files.map(file -> file.getFileName().toString()).toList();
            }
        }
    }

    @Nested
    class Limits {
        @Test
        void heavyQuestionIsCancelledAtItsDeadline() {
            TinyRelease.published(data, "r1");

            try (Warehouse warehouse = Warehouse.open(data, limits(0, Duration.ofSeconds(1), Duration.ofMillis(300)))) {
                Instant asked = Instant.now();
                assertThatThrownBy(() -> warehouse.read(HEAVY))
                        .isInstanceOf(DeadlineException.class)
                        .hasMessageContaining("300 ms");
                assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(5));
                assertThat(warehouse.read(CLAIMS)).isEqualTo(16);
            }
        }

        @Test
        void oneQuestionMoreThanTheQueueHoldsIsRefusedAtOnce() throws Exception {
            TinyRelease.published(data, "r1");
            whileOneAsks(limits(0, Duration.ofSeconds(30), Duration.ofSeconds(30)), warehouse -> assertThatThrownBy(
                            () -> warehouse.read(CLAIMS))
                    .isInstanceOfSatisfying(OverloadedException.class, e -> assertThat(e.retryAfter())
                            .isPositive()));
        }

        @Test
        void questionThatWaitedTooLongIsRefused() throws Exception {
            TinyRelease.published(data, "r1");
            whileOneAsks(limits(5, Duration.ofMillis(100), Duration.ofSeconds(30)), warehouse -> assertThatThrownBy(
                            () -> warehouse.read(CLAIMS))
                    .isInstanceOf(OverloadedException.class));
        }

        @Test
        void whatTheDeadlineCutsAndWhatIsRefusedIsCounted() throws Exception {
            TinyRelease.published(data, "r1");
            whileOneAsks(limits(0, Duration.ofSeconds(30), Duration.ofSeconds(30)), warehouse -> {
                assertThatThrownBy(() -> warehouse.read(CLAIMS)).isInstanceOf(OverloadedException.class);

                assertThat(warehouse.load()).isEqualTo(new WarehouseLoad(1, 0, 0, 0, 0, 1, 0));
            });
            try (Warehouse warehouse = Warehouse.open(data, limits(0, Duration.ofSeconds(1), Duration.ofMillis(100)))) {
                assertThatThrownBy(() -> warehouse.read(HEAVY)).isInstanceOf(DeadlineException.class);
                warehouse.read(CLAIMS);

                assertThat(warehouse.load()).isEqualTo(new WarehouseLoad(0, 0, 1, 1, 0, 0, 0));
            }
        }

        @Test
        void allLimitsThatAreWrongAreNamedAtOnce() {
            assertThatThrownBy(() -> new ServingLimits(0, -1, Duration.ZERO, Duration.ofSeconds(1), 512, 1))
                    .hasMessageContainingAll("concurrent is 0", "queue is -1", "longestWait (milliseconds) is 0");
        }

        private ServingLimits limits(int queue, Duration wait, Duration deadline) {
            return new ServingLimits(1, queue, wait, deadline, 256, 2);
        }

        private void whileOneAsks(ServingLimits limits, java.util.function.Consumer<Warehouse> then) throws Exception {
            CountDownLatch asking = new CountDownLatch(1);
            CountDownLatch end = new CountDownLatch(1);
            ExecutorService other = Executors.newSingleThreadExecutor();
            try (Warehouse warehouse = Warehouse.open(data, limits)) {
                Future<Boolean> first = other.submit(() -> warehouse.read((release, connection) -> {
                    asking.countDown();
                    return awaited(end);
                }));
                assertThat(asking.await(30, TimeUnit.SECONDS)).isTrue();
                then.accept(warehouse);
                end.countDown();
                assertThat(first.get(30, TimeUnit.SECONDS)).isTrue();
            } finally {
                other.shutdownNow();
            }
        }

        private boolean awaited(CountDownLatch latch) {
            try {
                return latch.await(30, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }

    private void publishWithout(String claim, String id) {
        try (TinyRelease tiny = TinyRelease.prepare()
                .change("DELETE FROM fact_observation WHERE claim_id = '" + claim + "';"
                        + " UPDATE dim_extract SET claims = claims - 1 WHERE extract_id = '2020/claims.csv'")) {
            tiny.publish(data, id);
        }
    }
}
