package careledger.answers.serving;

import static org.assertj.core.api.Assertions.assertThat;

import careledger.release.Chaos;
import careledger.release.DamagedBytes;
import careledger.release.TinyRelease;
import careledger.release.file.SealedFile;
import careledger.release.sql.Jdbc;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A serving file can be made again from its release, so damage to it never lasts and never gives another answer. */
class DamagedServingFileTest {
    private static final String EVERYTHING =
            "SELECT sha256(string_agg(row::VARCHAR, '|' ORDER BY row::VARCHAR)) FROM (SELECT to_json(observation) AS"
                    + " row FROM observation)";

    @TempDir
    Path data;

    private Path file = Path.of("");
    private String expected = "";

    @BeforeEach
    void serveOnce() {
        TinyRelease.published(data, "r1");
        file = data.resolve("serving/r1.duckdb");
        expected = served();
    }

    @Test
    void flippedBitsAreFoundWhenItIsLoaded() throws IOException {
        for (long place : DamagedBytes.places(file, Chaos.DERIVED_FLIPS.wanted())) {
            DamagedBytes.flip(file, place);

            assertThat(served()).as("after a bit was flipped at %s", place).isEqualTo(expected);
            assertThat(SealedFile.problem(file)).isEmpty();
        }
    }

    @Test
    void flippedBitsInItsDigestAreFound() throws IOException {
        Path digest = SealedFile.seal(file);
        for (long place : DamagedBytes.places(digest, Chaos.DERIVED_FLIPS.wanted())) {
            DamagedBytes.flip(digest, place);

            assertThat(served()).as("after a bit was flipped at %s", place).isEqualTo(expected);
            assertThat(SealedFile.problem(file)).isEmpty();
        }
    }

    @Test
    void truncatedFileIsMadeAgain() throws IOException {
        DamagedBytes.truncate(file);

        assertThat(served()).isEqualTo(expected);
    }

    @Test
    void fileWithoutItsDigestIsMadeAgain() throws IOException {
        Files.delete(SealedFile.seal(file));

        assertThat(served()).isEqualTo(expected);
        assertThat(SealedFile.seal(file)).exists();
    }

    @Test
    void fileThatAnswersTheGoldenQuestionsWronglyIsMadeAgain() throws Exception {
        Path wrong = data.resolve("wrong.duckdb");
        Files.copy(file, wrong);
        try (var connection = java.sql.DriverManager.getConnection("jdbc:duckdb:" + wrong)) {
            Jdbc.execute(connection, "DELETE FROM observation WHERE claim_id = 'dfe/2'");
            Jdbc.execute(connection, "CHECKPOINT");
        }
        SealedFile.make(file, true, building -> Files.copy(wrong, building));

        assertThat(served()).isEqualTo(expected);
    }

    /** What DuckDB has in memory is still answered; what it reads from the disk fails, and is healed by the failure. */
    @Test
    @Timeout(120)
    void damageWhileItIsServedIsHealedWithoutARestart() throws IOException {
        try (Warehouse warehouse = Warehouse.open(data, ServingLimits.defaults())) {
            DamagedBytes.wipe(file, 12_288);

            boolean failed = false;
            while (SealedFile.problem(file).isPresent() && (failed || fails(warehouse))) {
                failed = true;
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            }

            assertThat(answer(warehouse)).isEqualTo(expected);
            if (failed) {
                assertThat(SealedFile.problem(file)).isEmpty();
            }
        }
    }

    private static boolean fails(Warehouse warehouse) {
        try {
            answer(warehouse);
            return false;
        } catch (FailedQueryException e) {
            return true;
        }
    }

    private String served() {
        try (Warehouse warehouse = Warehouse.open(data, ServingLimits.defaults())) {
            assertThat(warehouse.status().problem()).isEmpty();
            return answer(warehouse);
        }
    }

    private static String answer(Warehouse warehouse) {
        return warehouse.read((release, connection) -> Jdbc.one(connection, EVERYTHING, row -> row.getString(1)));
    }
}
