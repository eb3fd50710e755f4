package careledger.etl.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import careledger.release.Chaos;
import careledger.release.guard.Guard;
import careledger.release.run.RunRecord;
import careledger.release.run.RunRecords;
import careledger.release.run.RunState;
import careledger.release.store.DataLock;
import careledger.release.store.Releases;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Errors of Java, which much code forgets to catch, end a run as any failure does: in words, unlocked, and healed by the next. */
class InjectedErrorsTest {
    private static final List<Supplier<Error>> ERRORS = List.of(
            () -> new OutOfMemoryError("Java heap space"),
            StackOverflowError::new,
            () -> new java.io.IOError(new IOException("a share that dropped")),
            () -> new NoClassDefFoundError("careledger/Missing"),
            () -> new AssertionError("an assertion of a library"),
            () -> new InternalError("a fault occurred in an unsafe memory access operation"));
    private static final List<String> STAGES = List.of(
            "looking at the deliveries",
            "reading the mappings",
            "writing the release",
            "checking the release",
            "comparing it with the served release",
            "publishing");

    @TempDir
    Path dir;

    @Test
    @Timeout(900)
    void endTheRunInWordsAndTheNextOneHeals() throws IOException {
        Path data = dir.resolve("data");
        Path extracts = dir.resolve("extracts");
        TinyLoading.deliver(extracts, "word 0");
        run(data, extracts, "", ERRORS.get(0));
        Map<String, Integer> ends = new TreeMap<>();
        for (int time = 0; time < Chaos.ERRORS.wanted(); time++) {
            String stage = STAGES.get(time % STAGES.size());
            Supplier<Error> error = ERRORS.get((time + time / STAGES.size()) % ERRORS.size());
            TinyLoading.deliver(extracts, "word " + (time + 1));
            String before = new Releases(data).currentId().orElseThrow();

            assertThatThrownBy(() -> run(data, extracts, stage, error))
                    .as("%s at '%s'", error.get(), stage)
                    .isInstanceOf(RunFailedException.class)
                    .satisfies(failure -> assertThat(failure.getMessage()).isNotBlank());

            assertThat(DataLock.held(data)).isFalse();
            assertThat(new RunRecords(data).list().get(0))
                    .returns(RunState.FAILED, RunRecord::state)
                    .satisfies(record -> assertThat(record.message()).isPresent());
            assertThat(new Releases(data).currentId()).contains(before);
            assertThat(new Releases(data).verifyAll().values()).allMatch(List::isEmpty);
            assertThat(data.resolve("staging")).doesNotExist();
            assertThat(run(data, extracts, "", error).record().state()).isEqualTo(RunState.PUBLISHED);
            ends.merge(error.get().getClass().getSimpleName(), 1, Integer::sum);
        }
        System.out.println("injected errors: " + ends);
        assertThat(ends.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(Chaos.ERRORS.wanted());
    }

    private static RunOutcome run(Path data, Path extracts, String stage, Supplier<Error> error) throws IOException {
        Progress progress = new Progress(new FailingStream(stage, error), false, 8);
        RunOptions options = new RunOptions(data, extracts, Guard.ALL, "test");
        return new EtlRun(options, progress, new TinyLoading(extracts)).run();
    }

    /** Fails at the line that names a stage. */
    private static final class FailingStream extends PrintStream {
        private final String stage;
        private final Supplier<Error> error;

        FailingStream(String stage, Supplier<Error> error) {
            super(PrintStream.nullOutputStream(), true, StandardCharsets.UTF_8);
            this.stage = stage;
            this.error = error;
        }

        @Override
        public void println(String line) {
            if (!stage.isEmpty() && line.contains(stage)) {
                throw error.get();
            }
        }
    }
}
