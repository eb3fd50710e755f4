package careledger.release.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import careledger.release.store.DataLock;
import careledger.schema.problem.Rejection;
import careledger.schema.problem.Rule;
import careledger.schema.text.UnknownIdException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunRecordsTest {
    private static final ExtractCount CLAIMS =
            new ExtractCount("2020/claims.csv", "2020/claims.csv", "ab", "claims", 11, 10, 1, 11, 10, 1, 10);

    @TempDir
    Path data;

    @Test
    void recordIsReadAsItWasWritten() {
        RunRecord run = RunRecord.started("run-1", "command", Optional.of("r0"))
                .withInputDigest("cd")
                .withExtracts(List.of(CLAIMS))
                .withChanges(new ClaimChanges(4, 3, 2, 1))
                .withMovedHeadlines(5)
                .withTiming("read", 120)
                .withTiming("write", 30)
                .published("r1");

        records().write(run);

        assertThat(records().get("run-1")).isEqualTo(run);
        assertThat(run.read()).isEqualTo(11);
        assertThat(run.timings().keySet()).containsExactly("read", "write");
    }

    @Test
    void recordOfAnEarlierProgramIsReadWithoutWhatItDidNotSay() throws IOException {
        records().write(RunRecord.started("run-1", "command", Optional.empty()).published("r1"));
        Path file = data.resolve("runs/run-1.json");
        Files.writeString(file, Files.readString(file).replaceAll("(?m)^ *\"(movedHeadlines|stage)\".*\\R", ""));

        assertThat(Files.readString(file)).doesNotContain("movedHeadlines", "stage");
        assertThat(records().get("run-1"))
                .returns(Optional.empty(), RunRecord::movedHeadlines)
                .returns(Optional.empty(), RunRecord::stage);
    }

    @Test
    void stageIsSaidWhileTheRunGoesOn() {
        RunRecord run = RunRecord.started("run-1", "command", Optional.empty()).at("[1/9] reading");

        records().write(run);

        try (DataLock lock = DataLock.take(data)) {
            assertThat(records().get("run-1").stage()).contains("[1/9] reading");
        }
        assertThat(run.published("r1").stage()).isEmpty();
    }

    @Test
    void ofRunsInARowThatFoundTheSameNothingNewTheLastIsKept() {
        RunRecord first = stamped("000", "schedule").unchanged("As r1.");
        records().writeEnd(first);
        records().writeRejections(first.id(), List.of());
        records().writeEnd(stamped("001", "schedule").unchanged("As r1."));
        records().writeEnd(stamped("002", "schedule").unchanged("As r1."));

        assertThat(records().list()).extracting(RunRecord::id).containsExactly(id("002"));
        assertThat(data.resolve("runs")).isDirectoryNotContaining("glob:**rejections*");
    }

    @Test
    void runThatIsNotLikeTheOneBeforeItLeavesThatOne() {
        records().writeEnd(stamped("000", "schedule").unchanged("As r1."));
        records().writeEnd(stamped("001", "schedule").unchanged("As r2."));
        records().writeEnd(stamped("002", "command").unchanged("As r2."));
        records().writeEnd(stamped("003", "command").failed("As r2."));
        records().writeEnd(stamped("004", "command").failed("As r2."));
        records().writeEnd(stamped("005", "command").unchanged("As r2."));

        assertThat(records().list()).hasSize(6);
    }

    private static RunRecord stamped(String millis, String trigger) {
        return RunRecord.started(id(millis), trigger, Optional.of("r1")).withInputDigest("ab");
    }

    private static String id(String millis) {
        return RunStamp.id("20261122T035724" + millis + "Z");
    }

    @Test
    void newestRunComesFirst() throws InterruptedException {
        records().write(RunRecord.started("b", "command", Optional.empty()).failed("No folder."));
        Thread.sleep(5);
        records().write(RunRecord.started("a", "command", Optional.empty()).unchanged("The inputs are those of r1."));

        assertThat(records().list()).extracting(RunRecord::id).containsExactly("a", "b");
    }

    @Test
    void runIsRunningWhileTheLockIsHeld() {
        records().write(RunRecord.started("run-1", "command", Optional.empty()));

        try (DataLock lock = DataLock.take(data)) {
            assertThat(records().get("run-1").state()).isEqualTo(RunState.RUNNING);
        }
        assertThat(records().get("run-1").state()).isEqualTo(RunState.FAILED);
    }

    @Test
    void runWhoseProcessIsGoneHasFailed() throws IOException {
        records().write(RunRecord.started("run-1", "command", Optional.empty()));
        Path file = data.resolve("runs/run-1.json");
        Files.writeString(file, Files.readString(file).replaceFirst("\"pid\" : \\d+", "\"pid\" : 999999999"));

        RunRecord shown = records().get("run-1");

        assertThat(shown.state()).isEqualTo(RunState.FAILED);
        assertThat(shown.message()).contains("The run stopped without reporting a result.");
    }

    @Test
    void laterProcessOfTheSameNumberIsNotTheRun() throws IOException {
        records().write(RunRecord.started("run-1", "command", Optional.empty()));
        Path file = data.resolve("runs/run-1.json");
        String process = Files.readString(file);
        int at = process.indexOf("\"process\"");
        Files.writeString(file, process.substring(0, at) + process.substring(at).replaceFirst("20\\d\\d-", "2001-"));

        assertThat(records().get("run-1").state()).isEqualTo(RunState.FAILED);
    }

    @Test
    void rejectionsAreReadAsTheyWereShortened() {
        Rejection cell = new Rejection(
                "2020/claims.csv",
                12,
                Optional.of("value"),
                Optional.of("9".repeat(20_000)),
                Rule.CELL_TOO_LONG,
                "20,000 characters");
        records().write(RunRecord.started("run-1", "command", Optional.empty()));
        records().writeRejections("run-1", List.of(cell, cell));

        assertThat(records().rejections("run-1")).hasSize(2).first().satisfies(read -> {
            assertThat(read.value()).isEqualTo(cell.value());
            assertThat(read.rule()).isEqualTo("cell.too-long");
            assertThat(read.advice()).isEqualTo(Rule.CELL_TOO_LONG.advice());
        });
    }

    @Test
    void runWithoutRejectionsHasNone() {
        records().write(RunRecord.started("run-1", "command", Optional.empty()));

        assertThat(records().rejections("run-1")).isEmpty();
    }

    @Test
    void unknownRunNamesTheNearest() {
        records().write(RunRecord.started("run-1", "command", Optional.empty()));

        assertThatThrownBy(() -> records().rejections("run-7"))
                .isInstanceOf(UnknownIdException.class)
                .hasMessage("There is no run 'run-7'. Nearest known: 'run-1'.");
    }

    @Test
    void countsThatDoNotAddUpAreRefused() {
        assertThatThrownBy(() -> new ExtractCount("f", "f", "ab", "claims", 11, 10, 0, 0, 0, 0, 0))
                .hasMessage("f: 11 rows read are not 10 accepted and 0 rejected");
    }

    private RunRecords records() {
        return new RunRecords(data);
    }
}
