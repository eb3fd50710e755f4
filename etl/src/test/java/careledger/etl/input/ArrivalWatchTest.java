package careledger.etl.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are still being written, in deliveries of which one is whole. */
class ArrivalWatchTest {
    @TempDir
    private Path root;

    @BeforeEach
    void twoDeliveries() throws IOException {
        for (String folder : List.of("whole", "arriving")) {
            Files.createDirectories(root.resolve(folder));
            Files.writeString(root.resolve(folder).resolve("table.csv"), folder);
            Files.writeString(root.resolve(folder).resolve("extract.yaml"), "files: []");
        }
    }

    private Arrivals watch(Duration over) throws IOException {
        return new ArrivalWatch(over).watch(new ExtractsRoot(root).folders(), file -> false);
    }

    @Test
    void deliveriesOfSeveralDirectoriesAreReadTogetherByName() throws IOException {
        Path other = Files.createDirectories(root.resolve("other"));
        Files.createDirectories(other.resolve("many"));

        assertThat(new ExtractsRoot(List.of(other, root)).folders())
                .extracting(DeliveryFolder::name)
                .containsExactly("arriving", "many", "other", "whole");
    }

    @Test
    void deliveriesThatLieStillAreWhole() throws IOException {
        assertThat(watch(Duration.ofMillis(50)).waiting()).isEmpty();
    }

    @Test
    void aDeliveryWaitsWhileOneOfItsFilesGrows() throws Exception {
        AtomicBoolean stop = new AtomicBoolean();
        Thread writer = new Thread(() -> {
            while (!stop.get()) {
                append(root.resolve("arriving/table.csv"));
            }
        });
        writer.start();

        Arrivals arrivals = watch(Duration.ofMillis(400));
        stop.set(true);
        writer.join();

        assertThat(arrivals.waiting()).containsOnlyKeys("arriving");
        assertThat(arrivals.waiting().get("arriving")).startsWith("table.csv changed within");
    }

    private static void append(Path file) {
        try {
            Files.writeString(file, "more", StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "table.csv.part",
                "Unconfirmed 1.crdownload",
                "~$table.xlsx",
                ".~lock.table.ods#",
                ".table.csv.Xa91Bc",
                "UPLOAD.TMP"
            })
    void aDeliveryWaitsWhileATemporaryFileLiesInIt(String name) throws IOException {
        Files.writeString(root.resolve("arriving").resolve(name), "half");

        assertThat(watch(Duration.ZERO).waiting()).containsOnlyKeys("arriving");
        assertThat(watch(Duration.ZERO).waiting().get("arriving")).startsWith(name + " is there");
    }

    @Test
    void aTemporaryFileThatWasAbandonedIsIgnoredAndSaid() throws IOException {
        Path part = root.resolve("arriving/old.csv.part");
        Files.writeString(part, "half");
        Files.setLastModifiedTime(part, FileTime.from(Instant.now().minus(Duration.ofHours(2))));

        assertThat(watch(Duration.ZERO).waiting()).isEmpty();
        assertThat(watch(Duration.ZERO).ignored()).singleElement().asString().contains("old.csv.part", "delete it");
    }

    @Test
    void aClockThatGoesWrongMakesNothingWait() throws IOException {
        Files.setLastModifiedTime(
                root.resolve("arriving/table.csv"), FileTime.from(Instant.now().plus(Duration.ofDays(3))));
        Files.setLastModifiedTime(root.resolve("whole/table.csv"), FileTime.from(Instant.EPOCH));

        assertThat(watch(Duration.ofMillis(50)).waiting()).isEmpty();
    }

    @Test
    void hiddenFilesAreNotDeliveredAndSaid() throws IOException {
        Files.writeString(root.resolve("whole/.DS_Store"), "x");

        assertThat(watch(Duration.ZERO).ignored())
                .containsExactly("whole/.DS_Store is a hidden file, or one that the system keeps for itself.");
        assertThat(new ExtractsRoot(root).folders()).allSatisfy(folder -> assertThat(folder.files())
                .extracting(DeliveredFile::name)
                .containsExactly("table.csv"));
    }
}
