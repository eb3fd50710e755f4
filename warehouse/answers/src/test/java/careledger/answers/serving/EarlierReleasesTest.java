package careledger.answers.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import careledger.release.TinyRelease;
import careledger.release.servingfile.ServingFolder;
import careledger.release.sql.Jdbc;
import careledger.release.store.DataLock;
import careledger.release.store.Releases;
import careledger.release.store.Retention;
import careledger.schema.text.UnknownIdException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Four releases: r1 says that the council counted 654 children, r2 655, r3 656, and r4, the current one, 657. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class EarlierReleasesTest {
    private static final ReleaseQuery<Long> COUNTED = (release, connection) -> Jdbc.one(
            connection, "SELECT value::BIGINT FROM observation WHERE claim_id = 'dfe/2'", row -> row.getLong(1));
    private static final ServingLimits LIMITS =
            new ServingLimits(2, 16, Duration.ofSeconds(20), Duration.ofSeconds(20), 256, 2);

    @TempDir
    Path data;

    @BeforeEach
    void publish() {
        for (int later = 0; later < 4; later++) {
            try (TinyRelease tiny = TinyRelease.prepare()
                    .change("UPDATE fact_observation SET value = " + (654 + later) + " WHERE claim_id = 'dfe/2'")) {
                tiny.publish(data, "r" + (later + 1));
            }
        }
    }

    @Test
    void eachReleaseAnswersWithItsOwnFigures() {
        try (Warehouse warehouse = Warehouse.open(data, LIMITS)) {
            for (String id : List.of("r1", "r2", "r3", "r4", "r1")) {
                assertThat(counted(warehouse, id)).isEqualTo(653 + Long.parseLong(id.substring(1)));
            }
        }
    }

    @Test
    void releaseThatIsNotKeptIsRefused() {
        try (Warehouse warehouse = Warehouse.open(data, LIMITS)) {
            assertThatThrownBy(() -> counted(warehouse, "r9")).isInstanceOf(UnknownIdException.class);
            assertThatThrownBy(() -> counted(warehouse, "../r1")).isInstanceOf(UnknownIdException.class);
        }
    }

    @Test
    void twoAreOpenAtMostAndAThirdWaitsForAReaderToEnd() throws IOException {
        try (Warehouse warehouse = Warehouse.open(data, LIMITS);
                Lease first = warehouse.lease("r1", new CancellationSignal())) {
            Lease second = warehouse.lease("r2", new CancellationSignal());
            assertThatThrownBy(() -> counted(warehouse, "r3")).isInstanceOf(OverloadedException.class);
            second.close();

            assertThat(counted(warehouse, "r3")).isEqualTo(656);
            assertThat(first.read(COUNTED)).isEqualTo(654);
            assertThat(opened()).containsExactlyInAnyOrder("r1.duckdb", "r3.duckdb");
        }
    }

    @Test
    void oneThatNobodyAsksAnyMoreIsClosedAndCanBePruned() throws IOException {
        ServingFolder folder = ServingFolder.ofEarlier(data);
        ReleaseLoader loader = new ReleaseLoader(new Releases(data), folder, LIMITS.forEarlier());
        try (EarlierReleases earlier = new EarlierReleases(folder, loader, LIMITS.longestWait())) {
            OpenRelease borrowed = earlier.borrow("r1");
            earlier.closeIdle(Instant.now().plus(Duration.ofHours(1)));
            assertThat(opened()).containsExactly("r1.duckdb");
            earlier.giveBack(borrowed);
            assertThat(prune()).containsExactlyInAnyOrder("r2", "r3");

            earlier.closeIdle(Instant.now().plus(Duration.ofHours(1)));

            assertThat(opened()).isEmpty();
            assertThat(prune()).containsExactly("r1");
        }
    }

    @Test
    void releaseThatWasCurrentBecomesAnEarlierOne() {
        try (Warehouse warehouse = Warehouse.open(data, LIMITS)) {
            new Releases(data).rollback("r2");
            warehouse.refresh();

            assertThat(warehouse.read(COUNTED)).isEqualTo(655);
            assertThat(counted(warehouse, "r4")).isEqualTo(657);
        }
    }

    private List<String> prune() {
        try (DataLock lock = DataLock.take(data)) {
            return new Releases(data).prune(lock, Retention.ofNewest(0), Instant.now());
        }
    }

    private List<String> opened() throws IOException {
        try (Stream<Path> files = Files.list(data.resolve("serving/earlier"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".duckdb"))
                    .toList();
        }
    }

    private static long counted(Warehouse warehouse, String release) {
        try (Lease lease = warehouse.lease(release, new CancellationSignal())) {
            return lease.read(COUNTED);
        }
    }
}
