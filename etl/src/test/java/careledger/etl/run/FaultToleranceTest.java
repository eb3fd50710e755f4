package careledger.etl.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import careledger.etl.stage.SparkSettings;
import careledger.release.guard.Guard;
import careledger.release.run.RunRecord;
import careledger.release.run.RunRecords;
import careledger.release.run.RunState;
import careledger.release.store.Release;
import careledger.release.store.Releases;
import careledger.release.store.Retention;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Disks that fill, files that change, clocks that go back: the served release stays, and the next run heals. */
class FaultToleranceTest {
    @TempDir
    Path dir;

    private Path data = Path.of("");
    private Path extracts = Path.of("");

    @BeforeEach
    void publishTheFirst() throws IOException {
        data = dir.resolve("data");
        extracts = dir.resolve("extracts");
        TinyLoading.deliver(extracts, "one");
        run();
    }

    @Nested
    class ADamagedRelease {
        @ParameterizedTest
        @EnumSource
        void isMadeAgainByTheNextRun(Damage damage) throws IOException {
            damage.to(current(), dir);

            RunOutcome healed = run();

            assertThat(healed.record().state()).isEqualTo(RunState.PUBLISHED);
            Releases releases = new Releases(data);
            assertThat(releases.verify(releases.currentId().orElseThrow())).isEmpty();
            assertThat(run().record().state()).isEqualTo(RunState.UNCHANGED);
        }
    }

    @Nested
    class DeliveriesThatChangeMeanwhile {
        @Test
        void changedWhileLoadedAreNotPublished() throws IOException {
            TinyLoading.deliver(extracts, "two");
            Loading changing = (plan, now) -> {
                LoadResult load = new TinyLoading(extracts).read(plan, now);
                TinyLoading.deliver(extracts, "three");
                return load;
            };

            assertThatThrownBy(() -> new EtlRun(options(), silent(), changing).run())
                    .hasMessage("The deliveries changed while they were loaded: tiny. Nothing was published; run again"
                            + " once they are whole.");
            failedAndTheFirstIsServed();
        }

        @Test
        void vanishedWhileLoadedAreNotPublished() throws IOException {
            TinyLoading.deliver(extracts, "two");
            Loading vanishing = (plan, now) -> {
                LoadResult load = new TinyLoading(extracts).read(plan, now);
                Files.delete(extracts.resolve("tiny/claims.csv"));
                return load;
            };

            assertThatThrownBy(() -> new EtlRun(options(), silent(), vanishing).run())
                    .hasMessageContaining("changed while they were loaded: tiny");
            failedAndTheFirstIsServed();
        }

        @Test
        void changedBetweenTheLookAndTheReadingAreNotTakenForTheOldOnes() throws IOException {
            String before = Files.readString(Path.of("extracts/2008/claims.csv"));
            TinyLoading.deliver(extracts, before);
            Loading late = (plan, now) -> {
                TinyLoading.deliver(extracts, before.replace(",308,", ",309,"));
                return spark().read(plan, now);
            };

            assertThatThrownBy(() -> new EtlRun(options(), silent(), late).run())
                    .isInstanceOf(RunFailedException.class)
                    .hasMessage(
                            "tiny/claims.csv changed while it was read. Nothing of it was taken; run again once it is"
                                    + " whole.");
            failedAndTheFirstIsServed();
            TinyLoading.deliver(extracts, before);
            assertThat(new EtlRun(options(), silent()).run().record().state()).isEqualTo(RunState.PUBLISHED);
            assertThat(current().manifest().observations()).isEqualTo(64);
        }

        private SparkLoading spark() {
            return new SparkLoading(data.resolve("parsed"), false, SparkSettings.usual(), silent());
        }
    }

    @Nested
    class AFileThatCannotBeReadOn {
        /** The first byte of this file of the system cannot be read, as on a network share that drops. */
        private static final Path UNREADABLE = Path.of("/proc/self/mem");

        @Test
        @Timeout(120)
        void endsTheRunInsteadOfHangingIt() throws IOException {
            assumeTrue(Files.exists(UNREADABLE), "needs a file of the system that exists and cannot be read");
            TinyLoading.deliver(extracts, "two");
            Loading dropping = (plan, now) -> {
                Path file = extracts.resolve("tiny/claims.csv");
                Files.delete(file);
                Files.createSymbolicLink(file, UNREADABLE);
                return new SparkLoading(data.resolve("parsed"), false, SparkSettings.usual(), silent()).read(plan, now);
            };

            assertThatThrownBy(() -> new EtlRun(options(), silent(), dropping).run())
                    .isInstanceOf(RunFailedException.class)
                    .hasMessageContaining("Input/output error");
            failedAndTheFirstIsServed();
        }

        @Test
        @Timeout(120)
        void runThatTakesTooLongIsStoppedAndSaysSo() throws IOException {
            TinyLoading.deliver(extracts, "two");
            Loading waiting = (plan, now) -> {
                LockSupport.park();
                throw new IOException("interrupted");
            };

            try (TimeLimit limit = new TimeLimit(Duration.ofMillis(300), Duration.ofHours(1), () -> {})) {
                EtlRun run = new EtlRun(options(), silent(), waiting).within(limit);

                assertThatThrownBy(run::run).hasMessageContaining("took longer than 0.3 seconds");
            }
            failedAndTheFirstIsServed();
        }
    }

    @Nested
    class AClockSetBack {
        @Test
        void leavesTheOrderOfRunsAndReleasesAsItWas() throws IOException {
            String first = current().id();
            Path record = data.resolve("runs").resolve(current().manifest().run() + ".json");
            Files.writeString(
                    data.resolve("runs/run-20990101T000000000Z.json"),
                    Files.readString(record).replace(current().manifest().run(), "run-20990101T000000000Z"));
            TinyLoading.deliver(extracts, "two");

            RunOutcome outcome = run();

            assertThat(outcome.record().id()).isEqualTo("run-20990101T000000001Z");
            assertThat(new RunRecords(data).list().get(0).id())
                    .isEqualTo(outcome.record().id());
            assertThat(new Releases(data).list())
                    .extracting(Release::id)
                    .containsExactly(current().id(), first);
        }
    }

    @Nested
    class AfterARollback {
        @Test
        void theSameDeliveriesAreNotPublishedAgainButChangedOnesAre() throws IOException {
            String first = current().id();
            TinyLoading.deliver(extracts, "two");
            run();
            String second = current().id();
            new Releases(data).rollback(first);

            RunOutcome scheduled = run();

            assertThat(scheduled.record())
                    .returns(RunState.UNCHANGED, RunRecord::state)
                    .satisfies(record -> assertThat(record.message().orElseThrow())
                            .contains("rolled back from", "`rollback " + second + "`"));
            assertThat(new Releases(data).currentId()).contains(first);
            TinyLoading.deliver(extracts, "three");
            assertThat(run().record().state()).isEqualTo(RunState.PUBLISHED);
        }
    }

    @Nested
    class Retained {
        @Test
        void releasesAreNoMoreThanTheRunWasTold() throws IOException {
            for (String word : List.of("two", "three", "four")) {
                TinyLoading.deliver(extracts, word);
                RunOptions two = new RunOptions(
                        data,
                        extracts,
                        Guard.ALL,
                        false,
                        false,
                        Duration.ZERO,
                        Optional.of(Retention.ofNewest(2)),
                        "test");
                new EtlRun(two, silent(), new TinyLoading(extracts)).run();
            }

            assertThat(new Releases(data).list()).hasSize(2);
        }
    }

    @Nested
    class ADiskThatIsFull {
        /** A limit on the size of files needs no rights, and fails as a full disk does. */
        @Test
        void failsInWordsAndLeavesNothingHalf() throws Exception {
            TinyLoading.deliver(extracts, "two");
            List<String> victim = KilledProcess.command(data, extracts, "tiny once", "");
            String limited = "ulimit -f 4; exec \"$0\" \"$@\"";
            List<String> command = Stream.concat(Stream.of("sh", "-c", limited), victim.stream())
                    .toList();
            assumeTrue(Files.exists(Path.of("/bin/sh")), "needs a shell to set the limit");

            assertThat(said(command)).contains("failed ").doesNotContain("ended PUBLISHED");

            assertThat(new Releases(data).verifyAll().values()).allMatch(List::isEmpty);
            assertThat(TinyLoading.delivered(extracts)).isEqualTo("two");
            assertThat(run().record().state()).isEqualTo(RunState.PUBLISHED);
            assertThat(new RunRecords(data).list()).noneMatch(record -> record.state() == RunState.RUNNING);
        }

        /** A small file system of one's own, where the machine lets one have it. */
        @Test
        void thatIsReallyFullOrReadOnlyIsToldAndHealsOnceThereIsRoom() throws Exception {
            Path disk = Files.createDirectories(dir.resolve("disk"));
            assumeTrue(
                    said(List.of("unshare", "-rm", "mount", "-t", "tmpfs", "tmpfs", disk.toString()))
                            .isEmpty(),
                    "needs a machine that lets one mount a file system of one's own");
            String run = KilledProcess.command(disk.resolve("data"), extracts, "tiny once", "").stream()
                    .map(word -> "'" + word + "'")
                    .collect(Collectors.joining(" "));
            String script = """
                mount -t tmpfs -o size=1m tmpfs '%1$s'
                head -c 1000000 /dev/zero > '%1$s/filler'
                %2$s | grep -E '^(failed|ended)'
                rm '%1$s/filler'
                %2$s | grep -E '^(failed|ended)'
                mount -o remount,ro '%1$s'
                %2$s | grep -E '^(failed|ended)'
                mount -o remount,rw '%1$s'
                %2$s | grep -E '^(failed|ended)'
                """.formatted(disk, run);

            List<String> lines =
                    said(List.of("unshare", "-rm", "sh", "-c", script)).lines().toList();

            assertThat(lines).hasSize(4);
            assertThat(lines.get(0)).startsWith("failed").contains("No space left on device");
            assertThat(lines.get(1)).isEqualTo("ended PUBLISHED");
            assertThat(lines.get(2)).startsWith("failed").contains("Read-only file system");
            assertThat(lines.get(3)).isEqualTo("ended UNCHANGED");
        }

        @Test
        void thatIsFullToTheLastByteIsFreedByPruning() throws Exception {
            Path disk = Files.createDirectories(dir.resolve("disk"));
            assumeTrue(
                    said(List.of("unshare", "-rm", "mount", "-t", "tmpfs", "tmpfs", disk.toString()))
                            .isEmpty(),
                    "needs a machine that lets one mount a file system of one's own");
            List<String> victim = KilledProcess.command(disk.resolve("data"), extracts, "tiny once", "");
            int main = victim.indexOf(KilledProcess.class.getName());
            List<String> prune = new ArrayList<>(victim.subList(0, main));
            prune.addAll(List.of("careledger.etl.command.CareLedger", "prune", "--keep", "1", "--data"));
            prune.add(disk.resolve("data").toString());
            String script = """
                mount -t tmpfs -o size=2m tmpfs '%1$s'
                %2$s | grep -E '^(failed|ended)'
                printf two > '%4$s'
                %2$s | grep -E '^(failed|ended)'
                cat /dev/zero > '%1$s/filler' 2> /dev/null
                %3$s
                ls '%1$s/data/releases' | wc -l
                """.formatted(disk, quoted(victim), quoted(prune), extracts.resolve("tiny/claims.csv"));

            List<String> lines =
                    said(List.of("unshare", "-rm", "sh", "-c", script)).lines().toList();

            assertThat(lines).startsWith("ended PUBLISHED", "ended PUBLISHED").contains("1 releases removed.");
            assertThat(lines.get(lines.size() - 1).strip()).isEqualTo("1");
        }

        private static String quoted(List<String> command) {
            return command.stream().map(word -> "'" + word + "'").collect(Collectors.joining(" "));
        }

        private String said(List<String> command) throws Exception {
            try {
                Process process =
                        new ProcessBuilder(command).redirectErrorStream(true).start();
                String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                process.waitFor();
                return said;
            } catch (IOException notThere) {
                return String.valueOf(notThere.getMessage());
            }
        }
    }

    private void failedAndTheFirstIsServed() {
        assertThat(new RunRecords(data).list().get(0))
                .returns(RunState.FAILED, RunRecord::state)
                .satisfies(record -> assertThat(record.message()).isPresent());
        assertThat(new Releases(data).list()).hasSize(1).allMatch(Release::current);
        assertThat(data.resolve("staging")).doesNotExist();
    }

    private Release current() {
        return new Releases(data).current().orElseThrow();
    }

    private RunOutcome run() throws IOException {
        return new EtlRun(options(), silent(), new TinyLoading(extracts)).run();
    }

    private RunOptions options() {
        return new RunOptions(data, extracts, Guard.ALL, "test");
    }

    private static Progress silent() {
        return new Progress(new PrintStream(PrintStream.nullOutputStream(), true, StandardCharsets.UTF_8), true, 8);
    }
}
