package careledger.release.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import careledger.release.TinyRelease;
import careledger.release.file.Digest;
import careledger.schema.star.StarSchema;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleaseExportTest {
    @TempDir
    Path data;

    @TempDir
    Path elsewhere;

    @BeforeEach
    void publish() throws IOException {
        TinyRelease.published(data, "r1");
        Files.createDirectories(data.resolve("runs"));
        Files.writeString(data.resolve("runs/run-of-r1.json"), "{}");
        TinyRelease.published(data, "r2");
    }

    @Test
    void copyIsADataFolder() {
        export("copy");

        assertThat(new Releases(elsewhere.resolve("copy")).verifyAll()).containsExactly(Map.entry("r1", List.of()));
        assertThat(elsewhere.resolve("copy/runs/run-of-r1.json")).exists();
    }

    @Test
    void sumsAreThoseOfEveryFile() throws IOException {
        export("copy");

        Path copy = elsewhere.resolve("copy");
        List<String> lines = Files.readAllLines(copy.resolve("SHA256SUMS"));
        assertThat(lines).hasSizeGreaterThan(StarSchema.TABLES.size()).allSatisfy(line -> assertThat(
                        Digest.of(copy.resolve(line.substring(66))))
                .isEqualTo(line.substring(0, 64)));
        assertThat(lines).anyMatch(line -> line.endsWith("  CURRENT"));
    }

    @Test
    void zipHoldsTheSameFilesAndTheSameBytesEachTime() throws IOException {
        export("copy");
        export("one.zip");
        export("two.zip");

        assertThat(elsewhere.resolve("one.zip")).hasSameBinaryContentAs(elsewhere.resolve("two.zip"));
        int entries = 0;
        try (InputStream in = Files.newInputStream(elsewhere.resolve("one.zip"));
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                assertThat(zip.readAllBytes())
                        .as(entry.getName())
                        .isEqualTo(Files.readAllBytes(elsewhere.resolve("copy").resolve(entry.getName())));
                entries++;
            }
        }
        assertThat(entries)
                .isEqualTo(
                        Files.readAllLines(elsewhere.resolve("copy/SHA256SUMS")).size() + 1);
    }

    @Test
    void damagedReleaseIsNotExportedAndNothingIsLeft() throws IOException {
        Path file = new Releases(data).get("r1").table(StarSchema.DIM_AREA).resolve("part-0.parquet");
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);

        assertThatThrownBy(() -> export("copy")).hasMessageContaining("differs from the manifest's");
        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    void whatIsThereAlreadyIsNotWrittenOver() {
        export("copy");

        assertThatThrownBy(() -> export("copy")).hasMessageContaining("is there already");
    }

    private void export(String name) {
        new ReleaseExport(data, new Releases(data).get("r1")).to(elsewhere.resolve(name));
    }
}
