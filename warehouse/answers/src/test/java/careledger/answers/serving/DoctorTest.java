package careledger.answers.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import careledger.release.DamagedBytes;
import careledger.release.TinyRelease;
import careledger.release.run.Doctor;
import careledger.release.run.RunRecord;
import careledger.release.run.RunRecords;
import careledger.release.servingfile.ServingFile;
import careledger.release.store.DataLock;
import careledger.release.store.Releases;
import careledger.release.store.Retention;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DoctorTest {
    @TempDir
    Path data;

    @BeforeEach
    void publishTwo() {
        TinyRelease.published(data, "r1");
        TinyRelease.published(data, "r2");
        ServingFile.build(new Releases(data).get("r2"), ServingFile.place(data, "r2"));
        new RunRecords(data)
                .write(RunRecord.started("run-1", "test", Optional.empty()).published("r2"));
    }

    /** Faults that need no decision of a person. */
    enum Fault {
        CURRENT_IS_NOT_UTF8,
        CURRENT_IS_EMPTY,
        CURRENT_IS_A_FOLDER,
        CURRENT_IS_MISSING,
        CURRENT_NAMES_NOTHING,
        SERVING_FILE_IS_DAMAGED,
        RUN_RECORD_IS_DAMAGED,
        ROLLED_BACK_IS_DAMAGED,
        RELEASE_HAS_ANOTHER_NAME,
        CURRENT_RELEASE_HAS_ANOTHER_NAME,
        RUN_WAS_KILLED
    }

    @Test
    void nothingIsWrongWithASoundFolder() {
        assertThat(new Doctor(data).findings()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void faultIsFoundExplainedAndHealed(Fault fault) throws IOException {
        make(fault);

        assertThat(new Doctor(data).findings()).isNotEmpty().allSatisfy(finding -> assertThat(finding.healable())
                .isTrue());
        try (DataLock lock = DataLock.take(data)) {
            new Doctor(data).heal(lock);
        }

        assertThat(new Doctor(data).findings()).isEmpty();
        assertThat(new Releases(data).currentId()).contains("r2");
    }

    @Test
    void damagedCurrentReleaseIsExplainedAndLeftToAPerson() throws IOException {
        Files.delete(data.resolve("releases/r2/manifest.json"));

        assertThat(new Doctor(data).findings()).singleElement().satisfies(finding -> {
            assertThat(finding.place()).isEqualTo("releases/r2");
            assertThat(finding.remedy()).contains("./careledger etl run", "rollback r1");
            assertThat(finding.healable()).isFalse();
        });
    }

    /** Nobody is kept from anything as root, so that there is nothing to find. */
    @ParameterizedTest
    @ValueSource(strings = {"runs", "LOCK", "releases", "serving"})
    void whatMayNotBeWrittenToIsFound(String name) throws IOException {
        Path entry = data.resolve(name);
        DataLock.take(data).close();
        Files.setPosixFilePermissions(entry, PosixFilePermissions.fromString("---------"));
        assumeThat(Files.isReadable(entry)).as("run as root").isFalse();
        try {
            assertThat(new Doctor(data).findings()).anySatisfy(finding -> {
                assertThat(finding.place()).isEqualTo(name);
                assertThat(finding.problem()).contains("permission denied");
                assertThat(finding.remedy()).contains("chown -R");
            });
        } finally {
            Files.setPosixFilePermissions(entry, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"keys\" : [ {", "[]", "\u00ff"})
    void damagedKeysAreExplainedAndLeftToAPerson(String content) throws IOException {
        Path keys = Files.createDirectories(data.resolve("access")).resolve("keys.json");
        Files.write(keys, content.getBytes(StandardCharsets.ISO_8859_1));

        assertThat(new Doctor(data).findings()).singleElement().satisfies(finding -> {
            assertThat(finding.place()).isEqualTo("access/keys.json");
            assertThat(finding.remedy()).contains("./careledger keys add");
            assertThat(finding.healable()).isFalse();
        });
    }

    /** The advice is carried out as it is written. */
    @Test
    void damagedReleaseGoesWithTheNumberThatIsAdvised() throws IOException {
        Path file = data.resolve("releases/r1/dim_area/part-0.parquet");
        DamagedBytes.truncate(file);

        assertThat(new Doctor(data).findings()).singleElement().satisfies(finding -> assertThat(finding.remedy())
                .contains("`./careledger prune --keep N`, with the number of newer releases"));
        try (DataLock lock = DataLock.take(data)) {
            assertThat(new Releases(data).prune(lock, Retention.ofNewest(1), Instant.now()))
                    .containsExactly("r1");
        }
        assertThat(new Doctor(data).findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{\"schemaVersion\" : 3, \"id\" : {",
                "{\"schemaVersion\" : 3, \"id\"",
                "{'id'",
                "[]",
                "{\"schemaVersion\" : 3, \"tables\" : 5}"
            })
    void messagesAboutDamagedRecordsNeedNoJava(String content) throws IOException {
        Files.writeString(data.resolve("releases/r1/manifest.json"), content);
        Files.writeString(data.resolve("runs/run-1.json"), content);

        assertThat(new Doctor(data).findings()).hasSize(2).allSatisfy(finding -> assertThat(finding.problem())
                .doesNotContain("Source", "REDACTED", "`", "java.", "end-of-input", "marker"));
    }

    @Test
    void damagedManifestIsListedAndPruned() throws IOException {
        Files.writeString(data.resolve("releases/r1/manifest.json"), "{\"schemaVersion\": 1");
        Releases releases = new Releases(data);

        assertThat(releases.damaged()).containsOnlyKeys("r1");
        try (DataLock lock = DataLock.take(data)) {
            assertThat(releases.prune(lock, Retention.ofNewest(5), Instant.now()))
                    .containsExactly("r1");
        }
        assertThat(data.resolve("releases/r1")).doesNotExist();
    }

    @Test
    void damagedRecordTakesNothingElseAway() throws IOException {
        RunRecords records = new RunRecords(data);
        records.write(RunRecord.started("run-2", "test", Optional.empty()).failed("as a test"));
        Files.writeString(data.resolve("runs/run-2.json"), "{\"id\": 5");

        assertThat(records.list()).extracting(RunRecord::id).containsExactly("run-1");
        assertThat(records.damaged()).containsOnlyKeys("run-2");
    }

    private void make(Fault fault) throws IOException {
        Path current = data.resolve("CURRENT");
        switch (fault) {
            case CURRENT_IS_NOT_UTF8 -> Files.write(current, new byte[] {(byte) 0xff, 'r', '2'});
            case CURRENT_IS_EMPTY -> Files.writeString(current, "");
            case CURRENT_IS_A_FOLDER -> {
                Files.delete(current);
                Files.createDirectory(current);
            }
            case CURRENT_IS_MISSING -> Files.delete(current);
            case CURRENT_NAMES_NOTHING -> Files.writeString(current, "r9\n");
            case SERVING_FILE_IS_DAMAGED -> DamagedBytes.flip(ServingFile.place(data, "r2"), 5_000);
            case RUN_RECORD_IS_DAMAGED -> Files.writeString(data.resolve("runs/run-0.json"), "half a rec");
            case ROLLED_BACK_IS_DAMAGED -> Files.writeString(data.resolve("ROLLED_BACK"), "{");
            case RELEASE_HAS_ANOTHER_NAME -> Files.move(data.resolve("releases/r1"), data.resolve("releases/old"));
            case CURRENT_RELEASE_HAS_ANOTHER_NAME ->
                Files.move(data.resolve("releases/r2"), data.resolve("releases/r2 (1)"));
            case RUN_WAS_KILLED ->
                new RunRecords(data).write(RunRecord.started("run-20301122T035724801Z", "test", Optional.of("r2")));
        }
    }
}
