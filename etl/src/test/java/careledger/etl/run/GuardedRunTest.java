package careledger.etl.run;

import static org.assertj.core.api.Assertions.assertThat;

import careledger.release.guard.Guard;
import careledger.release.run.RunRecords;
import careledger.release.run.RunState;
import careledger.release.store.Releases;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuardedRunTest {
    private static final String TYPING_MISTAKE = "UPDATE fact_observation SET value = 65.4 WHERE claim_id = 'dfe/2'";
    private static final String CORRECTION = "UPDATE fact_observation SET value = 655 WHERE claim_id = 'dfe/2'";

    @TempDir
    private Path dir;

    @BeforeEach
    void publishTheFirst() throws IOException {
        TinyLoading.deliver(dir.resolve("extracts"), "first");
        run(Set.of(), false);
        TinyLoading.deliver(dir.resolve("extracts"), "second");
    }

    @Test
    void correctionIsPublished() throws IOException {
        RunOutcome outcome = run(Set.of(), false, CORRECTION);

        assertThat(outcome.record().state()).isEqualTo(RunState.PUBLISHED);
        assertThat(outcome.comparison()).hasValueSatisfying(made -> {
            assertThat(made.alarms()).isEmpty();
            assertThat(made.diff().changed()).isEqualTo(1);
        });
    }

    @Test
    void typingMistakeStopsTheRelease() throws IOException {
        Optional<String> served = releases().currentId();

        RunOutcome outcome = run(Set.of(), false, TYPING_MISTAKE);

        assertThat(outcome.record().state()).isEqualTo(RunState.FAILED);
        assertThat(outcome.record().message()).hasValueSatisfying(words -> assertThat(words)
                .contains("--accept headlines-move")
                .contains("cic_count, E10000018, 2020-03-31, total: 654"));
        assertThat(releases().currentId()).isEqualTo(served);
        assertThat(dir.resolve("data/staging")).doesNotExist();
    }

    @Test
    void acceptedGuardLetsTheReleaseThroughAndIsStillTold() throws IOException {
        RunOutcome outcome = run(Set.of(Guard.HEADLINES_MOVE), false, TYPING_MISTAKE);

        assertThat(outcome.record().state()).isEqualTo(RunState.PUBLISHED);
        assertThat(ReportText.of(outcome)).contains("Guard headlines-move: 1 shown figures");
    }

    @Test
    void anotherGuardsWordIsNotEnough() throws IOException {
        assertThat(run(Set.of(Guard.FIGURES_VANISH), false, TYPING_MISTAKE)
                        .record()
                        .state())
                .isEqualTo(RunState.FAILED);
    }

    @Test
    void dryRunTellsEveryChangeAndLeavesNothing() throws IOException {
        Optional<String> served = releases().currentId();
        int runs = new RunRecords(dir.resolve("data")).list().size();

        RunOutcome outcome = run(Set.of(), true, CORRECTION);

        assertThat(ReportText.of(outcome))
                .contains("0 claims would be added, 1 changed and 0 removed.")
                .contains("CHANGED  dfe/2: cic_count E10000018 2020-03-31 total 654 ->"
                        + " cic_count E10000018 2020-03-31 total 655");
        assertThat(releases().currentId()).isEqualTo(served);
        assertThat(new RunRecords(dir.resolve("data")).list()).hasSize(runs);
        assertThat(dir.resolve("data/staging")).doesNotExist();
    }

    @Test
    void dryRunEndsAsTheRunWould() throws IOException {
        Optional<String> served = releases().currentId();

        RunOutcome outcome = run(Set.of(), true, TYPING_MISTAKE);

        assertThat(outcome.record().state()).isEqualTo(RunState.FAILED);
        assertThat(ReportText.of(outcome)).contains("headlines-move");
        assertThat(run(Set.of(Guard.HEADLINES_MOVE), true, TYPING_MISTAKE)
                        .record()
                        .state())
                .isNotEqualTo(RunState.FAILED);
        assertThat(releases().currentId()).isEqualTo(served);
    }

    @Test
    void conflictThatIsNoMoreIsTold() throws IOException {
        RunOutcome outcome =
                run(Set.of(), true, "UPDATE fact_observation SET conflicts_with = NULL WHERE claim_id = 'ar/2'");

        assertThat(outcome.comparison()).hasValueSatisfying(made -> {
            assertThat(made.opened()).isEmpty();
            assertThat(made.closed())
                    .singleElement()
                    .asString()
                    .startsWith("ar/2 (657")
                    .contains("against dfe/2 (654");
        });
    }

    /** Without a service on the folder nobody else would clear them away. */
    @Test
    void runsLeaveOneServingFileHoweverManyThereAre() throws IOException {
        run(Set.of(), false, CORRECTION);
        TinyLoading.deliver(dir.resolve("extracts"), "third");
        run(Set.of(), false);

        String current = releases().currentId().orElseThrow();
        try (Stream<Path> files = Files.list(dir.resolve("data/serving"))) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> !name.startsWith(".")))
                    .containsExactlyInAnyOrder(current + ".duckdb", current + ".duckdb.sha256");
        }
    }

    private Releases releases() {
        return new Releases(dir.resolve("data"));
    }

    private RunOutcome run(Set<Guard> accepted, boolean dryRun, String... changes) throws IOException {
        Path extracts = dir.resolve("extracts");
        RunOptions options = new RunOptions(
                dir.resolve("data"), extracts, accepted, false, dryRun, Duration.ZERO, Optional.empty(), "test");
        Progress silent =
                new Progress(new PrintStream(PrintStream.nullOutputStream(), true, StandardCharsets.UTF_8), true, 8);
        return new EtlRun(options, silent, new TinyLoading(extracts, changes)).run();
    }
}
