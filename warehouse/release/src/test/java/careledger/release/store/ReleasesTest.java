package careledger.release.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import careledger.release.TinyRelease;
import careledger.release.file.Digest;
import careledger.release.json.Json;
import careledger.schema.star.StarSchema;
import careledger.schema.text.UnknownIdException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ReleasesTest {
    @TempDir
    Path data;

    private Releases releases;

    @BeforeEach
    void open() {
        releases = new Releases(data);
    }

    @Nested
    class Publishing {
        @Test
        void publishedReleaseIsCurrentAndCounted() {
            Release release = TinyRelease.published(data, "r1");

            assertThat(releases.current()).contains(release);
            assertThat(release.manifest().observations()).isEqualTo(16);
            assertThat(release.manifest().rows(StarSchema.DIM_SOURCE)).isEqualTo(2);
            assertThat(release.manifest().tables()).hasSameSizeAs(StarSchema.TABLES);
            assertThat(releases.verify("r1")).isEmpty();
        }

        @Test
        void manifestKeepsTheOrderOfItsKeys() throws IOException {
            Release release = TinyRelease.published(data, "r1");

            assertThat(Files.readString(release.dir().resolve("manifest.json")))
                    .containsSubsequence(
                            "schemaVersion", "\"id\"", "createdAt", "run", "inputDigest", "tables", "fact_observation");
        }

        @Test
        void whatACrashLeavesInStagingIsNoReleaseAndIsClearedByTheNextRun() {
            StagedRelease left;
            try (DataLock lock = DataLock.take(data);
                    TinyRelease tiny = TinyRelease.prepare()) {
                left = releases.stage(lock);
                tiny.writeTo(left.dir());
            }

            assertThat(releases.list()).isEmpty();
            assertThat(releases.current()).isEmpty();
            TinyRelease.published(data, "r1");
            assertThat(left.dir()).doesNotExist();
        }

        @Test
        void crashBetweenRenameAndCurrentLeavesTheOldReleaseServedAndCanBeDoneAgain() throws IOException {
            TinyRelease.published(data, "r1");
            TinyRelease.published(data, "r2");
            Files.writeString(data.resolve("CURRENT"), "r1\n");

            assertThat(releases.currentId()).contains("r1");
            TinyRelease.published(data, "r2");
            assertThat(releases.currentId()).contains("r2");
        }

        @Test
        void anotherReleaseUnderAnIdThatIsTakenIsRefused() {
            TinyRelease.published(data, "r1");

            assertThatThrownBy(() -> publishChanged("DELETE FROM fact_rejection", "r1"))
                    .hasMessage("Release 'r1' is there already and holds something else.");
        }

        @Test
        void idThatWouldLeaveTheFolderIsRefused() {
            assertThatThrownBy(() -> TinyRelease.published(data, "../r1"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("cannot name a release");
        }

        @Test
        void stagingNeedsTheLockOfThisFolder(@TempDir Path other) {
            try (DataLock lock = DataLock.take(other)) {
                assertThatThrownBy(() -> releases.stage(lock)).isInstanceOf(IllegalStateException.class);
            }
        }
    }

    @Nested
    class Choosing {
        @BeforeEach
        void publishThree() {
            TinyRelease.published(data, "r1");
            TinyRelease.published(data, "r2");
            TinyRelease.published(data, "r3");
        }

        @Test
        void newestComesFirst() {
            assertThat(releases.list()).extracting(Release::id).containsExactly("r3", "r2", "r1");
            assertThat(releases.list()).extracting(Release::current).containsExactly(true, false, false);
        }

        @Test
        void rollbackMovesCurrent() {
            releases.rollback("r1");

            assertThat(releases.current()).map(Release::id).contains("r1");
        }

        @Test
        void pruningNeverRemovesTheCurrentRelease() {
            releases.rollback("r1");

            assertThat(prune(Retention.ofNewest(1))).containsExactly("r2");
            assertThat(releases.list()).extracting(Release::id).containsExactly("r3", "r1");
        }

        @Test
        void orderIsThatOfPublishingWhateverTheClockSays() throws IOException {
            setClockOf("r2", "2031-01-01T00:00:00Z");

            assertThat(releases.list()).extracting(Release::id).containsExactly("r3", "r2", "r1");
        }

        @Test
        void youngReleasesStayWhereAnAgeIsAsked() throws IOException {
            setClockOf("r1", "2020-01-01T00:00:00Z");

            assertThat(prune(new Retention(1, Optional.of(Duration.ofDays(30)))))
                    .containsExactly("r1");
            assertThat(releases.list()).extracting(Release::id).containsExactly("r3", "r2");
        }

        @Test
        void releaseThatSomebodyHoldsIsNotPruned() {
            ReleaseHold first = releases.hold("r1");
            ReleaseHold second = releases.hold("r1");

            first.close();
            assertThat(prune(Retention.ofNewest(1))).containsExactly("r2");
            second.close();
            assertThat(prune(Retention.ofNewest(1))).containsExactly("r1");
            assertThatThrownBy(() -> releases.hold("r1")).isInstanceOf(UnknownIdException.class);
        }

        @Test
        void filesMadeOfReleasesGoWithThem() throws IOException {
            List<Path> ofTheFirst = made("r1");
            List<Path> ofTheLast = made("r3");
            List<Path> ofOneThatIsLongGone = made("r0");

            prune(Retention.ofNewest(2));

            assertThat(ofTheFirst).noneMatch(Files::exists);
            assertThat(ofOneThatIsLongGone).noneMatch(Files::exists);
            assertThat(ofTheLast).allMatch(Files::exists);
        }

        private List<Path> made(String release) throws IOException {
            List<Path> files = List.of(
                    data.resolve("serving/" + release + ".duckdb"),
                    data.resolve("serving/" + release + ".duckdb.sha256"),
                    data.resolve("serving/earlier/" + release + ".duckdb"),
                    data.resolve("downloads/" + release + "/rules/dim_area.parquet"));
            for (Path file : files) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, "of " + release);
            }
            return files;
        }

        @Test
        void rollbackIsRememberedUntilOneComesBackOrPublishes() {
            releases.rollback("r2");
            releases.rollback("r1");
            assertThat(releases.rolledBack()).contains(new RollbackMarker("r3", "digest-of-r3"));

            releases.rollback("r3");
            assertThat(releases.rolledBack()).isEmpty();

            releases.rollback("r1");
            TinyRelease.published(data, "r4");
            assertThat(releases.rolledBack()).isEmpty();
        }

        @Test
        void damagedReleaseIsNotRolledBackTo() throws IOException {
            Files.delete(releases.get("r1").table(StarSchema.DIM_AREA).resolve("part-0.parquet"));

            assertThatThrownBy(() -> releases.rollback("r1"))
                    .hasMessageContaining("Release 'r1' is damaged")
                    .hasMessageContaining("part-0.parquet is missing");
            assertThat(releases.currentId()).contains("r3");
        }

        /** As if the clock had stood elsewhere when it was published. */
        private void setClockOf(String id, String instant) throws IOException {
            Manifest written = releases.get(id).manifest();
            Files.writeString(
                    releases.get(id).dir().resolve(Manifest.FILE),
                    new Manifest(
                                    written.schemaVersion(),
                                    id,
                                    written.sequence(),
                                    Instant.parse(instant),
                                    written.run(),
                                    written.inputDigest(),
                                    written.tables(),
                                    written.embargoed())
                            .sealed());
        }

        @Test
        void unknownReleaseNamesTheNearest() {
            assertThatThrownBy(() -> releases.rollback("r9"))
                    .isInstanceOfSatisfying(UnknownIdException.class, e -> assertThat(e.nearest())
                            .contains("r1", "r2", "r3"))
                    .hasMessage("There is no release 'r9'. Nearest known: 'r1', 'r2', 'r3'.");
        }
    }

    @Nested
    class Reading {
        @Test
        void flippedByteIsFound() throws IOException {
            Release release = TinyRelease.published(data, "r1");
            Path file = release.table(StarSchema.DIM_SOURCE).resolve("part-0.parquet");
            byte[] bytes = Files.readAllBytes(file);
            bytes[bytes.length / 2] ^= 1;
            Files.write(file, bytes);

            assertThat(releases.verify("r1")).singleElement().asString().contains("SHA-256 differs");
        }

        @Test
        void missingAndAddedFilesAreFound() throws IOException {
            Release release = TinyRelease.published(data, "r1");
            Path folder = release.table(StarSchema.DIM_SOURCE);
            Files.move(folder.resolve("part-0.parquet"), folder.resolve("part-1.parquet"));

            assertThat(releases.verify("r1"))
                    .anyMatch(problem -> problem.endsWith("part-0.parquet is missing."))
                    .anyMatch(problem -> problem.endsWith("part-1.parquet is not in the manifest."));
        }

        @Test
        void unknownSchemaVersionIsRefusedInWords() throws IOException {
            Release release = TinyRelease.published(data, "r1");
            sealedAgain(release, manifest -> manifest.put("schemaVersion", 7));

            assertThatThrownBy(() -> releases.get("r1"))
                    .isInstanceOf(UnreadableReleaseException.class)
                    .hasMessageContaining("schema version 7; this program reads versions 1 to " + StarSchema.VERSION);
            assertThat(releases.unreadable()).hasSize(1);
            assertThat(releases.list()).isEmpty();
            assertThat(releases.damagedManifests())
                    .as("nothing that prune may remove")
                    .isEmpty();
        }

        /** A seal is digested over the rest of the manifest. */
        private void sealedAgain(Release release, Consumer<ObjectNode> change) throws IOException {
            Path file = release.dir().resolve("manifest.json");
            ObjectNode manifest = (ObjectNode) Json.tree(Files.readString(file));
            manifest.remove("seal");
            change.accept(manifest);
            manifest.put("seal", Digest.of(Json.line(manifest).getBytes(StandardCharsets.UTF_8)));
            Files.writeString(file, manifest.toPrettyString());
        }

        @Test
        void everyDamageToAManifestCountsAsDamageAndIsPruned() throws IOException {
            String whole =
                    Files.readString(TinyRelease.published(data, "r1").dir().resolve("manifest.json"));
            TinyRelease.published(data, "r2");
            List<String> damages = List.of(
                    "",
                    "[]",
                    "null",
                    whole.substring(0, whole.length() / 2),
                    whole.replaceFirst(",\\s*\"seal\" : \"[0-9a-f]+\"", ""),
                    whole.replace("\"schemaVersion\" : 3", "\"schemaVersion\" : 1"),
                    whole.replace("\"schemaVersion\" : 3", "\"schemaVersion\" : 9"),
                    whole.replace("\"schemaVersion\"", "\"schemaVersioN\""));
            Path manifest = data.resolve("releases/r1/manifest.json");
            for (String damage : damages) {
                assertThat(damage).isNotEqualTo(whole);
                Files.createDirectories(manifest.getParent());
                Files.writeString(manifest, damage);

                assertThat(releases.damaged()).as(damage).containsOnlyKeys("r1");
                try (DataLock lock = DataLock.take(data)) {
                    assertThat(releases.prune(lock, Retention.ofNewest(9), Instant.now()))
                            .as(damage)
                            .containsExactly("r1");
                }
                assertThat(releases.damaged()).isEmpty();
            }
        }

        /** As of a disk or a network share that fails for a moment. */
        @Test
        @EnabledOnOs(OS.LINUX)
        void manifestThatCannotBeReadNowIsNotTakenForADamagedOne() throws IOException {
            TinyRelease.published(data, "r1");
            TinyRelease.published(data, "r2");
            Path manifest = data.resolve("releases/r1/manifest.json");
            Files.delete(manifest);
            Files.createSymbolicLink(manifest, Path.of("/proc/self/mem"));

            assertThat(releases.damaged().get("r1")).contains("cannot be read: Input/output error");
            try (DataLock lock = DataLock.take(data)) {
                assertThat(releases.prune(lock, Retention.ofNewest(1), Instant.now()))
                        .isEmpty();
            }
        }

        /** A link to the memory of the process is a file of no bytes that cannot be read. */
        @Test
        @EnabledOnOs(OS.LINUX)
        void tableThatCannotBeReadKeepsNobodyFromTheOtherReleases() throws IOException {
            Release release = TinyRelease.published(data, "r1");
            TinyRelease.published(data, "r2");
            sealedAgain(release, manifest -> manifest.get("tables").forEach(table -> {
                if (table.get("name").asText().equals("dim_area")) {
                    ((ObjectNode) table.get("files").get(0)).put("bytes", 0);
                }
            }));
            Path file = release.dir().resolve("dim_area/part-0.parquet");
            Files.delete(file);
            Files.createSymbolicLink(file, Path.of("/proc/self/mem"));

            assertThat(releases.verifyAll().get("r1"))
                    .singleElement()
                    .asString()
                    .contains("part-0.parquet cannot be read: Input/output error");
            assertThat(releases.verifyAll().get("r2")).isEmpty();
        }

        @Test
        void copyOfAReleaseUnderAnotherNameIsPruned() throws IOException {
            Release release = TinyRelease.published(data, "r1");
            Files.createDirectories(data.resolve("releases/r1-copy"));
            Files.copy(release.dir().resolve("manifest.json"), data.resolve("releases/r1-copy/manifest.json"));

            assertThat(MisnamedReleases.find(data)).isEmpty();
            try (DataLock lock = DataLock.take(data)) {
                assertThat(releases.prune(lock, Retention.ofNewest(9), Instant.now()))
                        .containsExactly("r1-copy");
            }
        }

        @Test
        void manifestThatWasChangedSinceIsRefusedInWords() throws IOException {
            Release release = TinyRelease.published(data, "r1");
            Path manifest = release.dir().resolve("manifest.json");
            Files.writeString(manifest, Files.readString(manifest).replace("run-of-r1", "run-of-r2"));

            assertThatThrownBy(() -> releases.get("r1"))
                    .isInstanceOf(UnreadableReleaseException.class)
                    .hasMessageContaining("its seal is missing or does not match");
            assertThat(releases.verifyAll()).containsOnlyKeys("r1").allSatisfy((id, problems) -> assertThat(problems)
                    .hasSize(1));
        }

        @Test
        void manifestWithoutItsSealIsDamaged() throws IOException {
            Release release = TinyRelease.published(data, "r1");
            Path manifest = release.dir().resolve("manifest.json");
            Files.writeString(manifest, Files.readString(manifest).replaceFirst(",\\s*\"seal\" : \"[0-9a-f]+\"", ""));

            assertThatThrownBy(() -> releases.get("r1")).hasMessageContaining("its seal is missing");
            assertThat(releases.damaged()).containsOnlyKeys("r1");
        }

        @Test
        void currentThatNamesNothingIsToldOf() throws IOException {
            TinyRelease.published(data, "r1");
            Files.writeString(data.resolve("CURRENT"), "r0\n");

            assertThat(releases.verifyAll())
                    .containsEntry("r0", List.of("CURRENT names it, and it is not there."))
                    .containsEntry("r1", List.of());
        }

        @Test
        void tornManifestIsRefusedInWords() throws IOException {
            Release release = TinyRelease.published(data, "r1");
            Files.writeString(release.dir().resolve("manifest.json"), "{\"schemaVersion\" : 1, ");

            assertThatThrownBy(() -> releases.get("r1"))
                    .isInstanceOf(UnreadableReleaseException.class)
                    .hasMessageContaining("is not a manifest");
        }
    }

    @Nested
    class Comparing {
        @Test
        void addedRemovedAndChangedClaimsAreToldApart() {
            TinyRelease.published(data, "r1");
            publishChanged("""
                UPDATE fact_observation SET claim_id = 'ar/11' WHERE claim_id = 'ar/10';
                UPDATE fact_observation SET value = 655 WHERE claim_id = 'dfe/2';
                """, "r2");

            ReleaseDiff diff = releases.diff("r1", "r2", 10);

            assertThat(diff)
                    .extracting(ReleaseDiff::added, ReleaseDiff::removed, ReleaseDiff::changed)
                    .containsExactly(1L, 1L, 1L);
            assertThat(diff.rows()).extracting(ClaimChange::claimId).containsExactly("ar/10", "ar/11", "dfe/2");
            ClaimChange changed = diff.rows().get(2);
            assertThat(changed.columns()).containsExactly("value");
            assertThat(changed.before().flatMap(StatedFigure::value).map(Object::toString))
                    .contains("654");
            assertThat(changed.after().flatMap(StatedFigure::value).map(Object::toString))
                    .contains("655");
            assertThat(diff.rows().get(0).after()).isEqualTo(Optional.empty());
        }

        @Test
        void headlineThatMovedIsNoChangeOfWhatTheSourcesState() {
            TinyRelease.published(data, "r1");
            publishChanged("UPDATE fact_observation SET headline_to = '2026-01-01' WHERE claim_id = 'ar/3'", "r2");

            assertThat(releases.diff("r1", "r2", 10)).isEqualTo(new ReleaseDiff(0, 0, 0, List.of()));
        }

        @Test
        void changesCanBeReadPageByPage() {
            TinyRelease.published(data, "r1");
            publishChanged("UPDATE fact_observation SET numerator = 5", "r2");

            ReleaseDiff first = releases.diff("r1", "r2", 10);
            ReleaseDiff second =
                    releases.diff("r1", "r2", 10, first.rows().get(9).claimId());

            assertThat(first.changed()).isEqualTo(16);
            assertThat(first.rows()).hasSize(10);
            assertThat(second.rows()).hasSize(6).doesNotContainAnyElementsOf(first.rows());
        }

        @Test
        void whatPublishingWouldChangeIsKnownBefore() {
            Release current = TinyRelease.published(data, "r1");

            try (DataLock lock = DataLock.take(data);
                    TinyRelease tiny =
                            TinyRelease.prepare().change("DELETE FROM fact_observation WHERE claim_id = 'ar/3'")) {
                StagedRelease staged = releases.stage(lock);
                tiny.writeTo(staged.dir());

                assertThat(releases.diff(current, staged, 0).removed()).isEqualTo(1);
            }
        }
    }

    private List<String> prune(Retention retention) {
        try (DataLock lock = DataLock.take(data)) {
            return releases.prune(lock, retention, Instant.now());
        }
    }

    private void publishChanged(String change, String id) {
        try (TinyRelease tiny = TinyRelease.prepare().change(change)) {
            tiny.publish(data, id);
        }
    }
}
