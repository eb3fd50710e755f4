package careledger.release.run;

import static org.assertj.core.api.Assertions.assertThat;

import careledger.release.TinyRelease;
import careledger.release.store.DataLock;
import careledger.release.store.Release;
import careledger.release.store.Releases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnfinishedRunsTest {
    @TempDir
    Path data;

    private RunRecords records = new RunRecords(Path.of(""));
    private Releases releases = new Releases(Path.of(""));

    @BeforeEach
    void open() {
        records = new RunRecords(data);
        releases = new Releases(data);
        TinyRelease.published(data, "r1");
    }

    @Test
    void runThatDiedBeforeItsReleaseWasCurrentHasFailedAndItsReleaseIsRemoved() throws IOException {
        TinyRelease.published(data, "r2");
        Files.writeString(data.resolve("CURRENT"), "r1\n");
        records.write(started("run-20261122T000000000Z").publishing("r2"));

        settle();

        assertThat(releases.list()).extracting(Release::id).containsExactly("r1");
        assertThat(records.get("run-20261122T000000000Z"))
                .returns(RunState.FAILED, RunRecord::state)
                .returns(Optional.empty(), RunRecord::release)
                .returns(Optional.of("The run stopped without reporting a result."), RunRecord::message);
    }

    @Test
    void runThatDiedAfterItsReleaseWasCurrentHasPublished() {
        records.write(started("run-20261122T000000000Z").publishing("r1"));

        settle();

        assertThat(records.get("run-20261122T000000000Z"))
                .returns(RunState.PUBLISHED, RunRecord::state)
                .returns(Optional.of("r1"), RunRecord::release);
        assertThat(releases.currentId()).contains("r1");
    }

    @Test
    void releaseThatWasRolledBackToAfterwardsIsNotRemoved() {
        TinyRelease.published(data, "r2");
        records.write(started("run-20261122T000000000Z").publishing("r2"));

        settle();
        releases.rollback("r1");
        settle();

        assertThat(releases.list()).extracting(Release::id).containsExactly("r2", "r1");
    }

    @Test
    void whatWasBeingWrittenIsSwept() throws IOException {
        Path staged = Files.createDirectories(data.resolve("staging/half/fact_observation"));
        Path scratch = Files.createDirectories(data.resolve("scratch/blocks"));
        Path current = Files.writeString(data.resolve(".CURRENT.4711.tmp"), "r");
        Files.createDirectories(data.resolve("runs"));
        Path record = Files.writeString(data.resolve("runs/.run-1.json.4711.tmp"), "{");

        settle();

        assertThat(staged).doesNotExist();
        assertThat(scratch).doesNotExist();
        assertThat(current).doesNotExist();
        assertThat(record).doesNotExist();
        assertThat(releases.verify("r1")).isEmpty();
    }

    @Test
    void fileThatIsNoRecordIsPassedOver() throws IOException {
        records.write(started("run-20261122T000000000Z"));
        Files.writeString(data.resolve("runs/run-20261122T000000001Z.json"), "{\"id\"");

        settle();

        assertThat(records.get("run-20261122T000000000Z").state()).isEqualTo(RunState.FAILED);
    }

    @Test
    void stampsGoForwardWhenTheClockGoesBack() {
        records.write(started(records.idOf("20310101T000000000Z")).unchanged("Nothing."));
        records.write(started(records.idOf(records.nextStamp(Instant.parse("2026-11-22T00:00:00Z"))))
                .unchanged("Nothing."));

        assertThat(records.list())
                .extracting(RunRecord::id)
                .containsExactly("run-20310101T000000001Z", "run-20310101T000000000Z");
        assertThat(records.nextStamp(Instant.parse("2040-01-01T00:00:00Z"))).isEqualTo("20400101T000000000Z");
    }

    private void settle() {
        try (DataLock lock = DataLock.take(data)) {
            new UnfinishedRuns(data).settle(lock);
        }
    }

    private static RunRecord started(String id) {
        return RunRecord.started(id, "test", Optional.empty());
    }
}
