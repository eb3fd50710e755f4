package careledger.answers.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import careledger.release.Chaos;
import careledger.release.DamagedBytes;
import careledger.release.TinyRelease;
import careledger.release.file.DamagedFileException;
import careledger.release.file.SealedFile;
import careledger.release.servingfile.ServingFile;
import careledger.release.store.Release;
import careledger.release.store.Releases;
import careledger.schema.star.StarSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is sent is what was published, or nothing is sent. */
class DamagedDownloadsTest {
    @TempDir
    Path data;

    private Release release() {
        return new Releases(data).get("r1");
    }

    @BeforeEach
    void publish() {
        TinyRelease.published(data, "r1");
    }

    @Test
    void nothingIsMadeOfADamagedRelease() throws IOException {
        Path facts = firstFile(release().table(StarSchema.FACT_OBSERVATION));
        byte[] whole = Files.readAllBytes(facts);
        for (long place : DamagedBytes.places(facts, Chaos.FLIPS.wanted())) {
            Files.write(facts, whole);
            DamagedBytes.flip(facts, place);

            assertThatThrownBy(() -> downloads().table(release(), StarSchema.FACT_OBSERVATION))
                    .as("after a bit was flipped at %s", place)
                    .isInstanceOf(DamagedFileException.class)
                    .hasMessageContaining(facts.getFileName().toString());
        }
    }

    @Test
    void nothingIsMadeOfADamagedServingFile() throws IOException {
        Path served = ServingFile.place(data, "r1");
        ServingFile.build(release(), served);
        DamagedBytes.flip(served, Files.size(served) / 2);
        touch(served);

        assertThatThrownBy(() -> downloads().database("r1")).isInstanceOf(DamagedFileException.class);
    }

    @Test
    void databaseIsMadeThoughSomebodyDeletedTheServingFile() throws IOException {
        SealedFile.delete(ServingFile.place(data, "r1"));

        assertThat(SealedFile.problem(downloads().database("r1"))).isEmpty();
    }

    @Test
    void keptFileThatIsDamagedIsMadeAgain() throws IOException {
        Path file = downloads().table(release(), StarSchema.DIM_AREA);
        byte[] whole = Files.readAllBytes(file);
        DamagedBytes.truncate(file);

        assertThat(Files.readAllBytes(downloads().table(release(), StarSchema.DIM_AREA)))
                .isEqualTo(whole);

        DamagedBytes.flip(file, whole.length / 2);
        touch(file);

        assertThat(Files.readAllBytes(downloads().table(release(), StarSchema.DIM_AREA)))
                .isEqualTo(whole);
    }

    @Test
    void servicesOnOneFolderNeverSendHalfAFile() throws Exception {
        ServingFile.build(release(), ServingFile.place(data, "r1"));
        List<Callable<String>> services = new ArrayList<>();
        for (int service = 0; service < 6; service++) {
            services.add(() -> {
                Path file = downloads().database("r1");
                return SealedFile.problem(file).orElse("whole");
            });
        }
        var threads = Executors.newFixedThreadPool(services.size());
        try {
            for (var answer : threads.invokeAll(services)) {
                assertThat(answer.get()).isEqualTo("whole");
            }
        } finally {
            threads.shutdownNow();
        }
        try (Stream<Path> left = Files.walk(data.resolve("downloads/r1"))) {
            assertThat(left.filter(Files::isRegularFile)
                            .map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("care-ledger.duckdb", "care-ledger.duckdb.sha256", ".lock");
        }
    }

    @Test
    void differencesAreNotReadFromADamagedRelease() throws IOException {
        TinyRelease.published(data, "r2");
        DamagedBytes.flip(firstFile(release().table(StarSchema.FACT_OBSERVATION)), 200);

        assertThatThrownBy(() -> new Releases(data).diff("r1", "r2", 10)).isInstanceOf(DamagedFileException.class);
    }

    private ReleaseDownloads downloads() {
        return new ReleaseDownloads(data, new Releases(data));
    }

    /** As of another time, so that the file is not taken for the one that was checked before. */
    private static void touch(Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(5)));
    }

    private static Path firstFile(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().findFirst().orElseThrow();
        }
    }
}
