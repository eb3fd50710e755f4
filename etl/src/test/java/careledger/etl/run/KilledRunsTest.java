package careledger.etl.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import careledger.release.Chaos;
import careledger.release.guard.Guard;
import careledger.release.run.RunRecord;
import careledger.release.run.RunRecords;
import careledger.release.run.RunState;
import careledger.release.store.DataLock;
import careledger.release.store.Release;
import careledger.release.store.ReleaseCheck;
import careledger.release.store.ReleasedTable;
import careledger.release.store.Releases;
import careledger.release.store.Retention;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Processes that run the ETL are killed with SIGKILL, at every stage and in between, while a warehouse serves the folder.
 * The ordinary build kills a few; {@code ./mvnw verify -Pchaos} kills more than two hundred.
 */
class KilledRunsTest {
    private static final List<String> STAGES = List.of(
            "looking at the deliveries",
            "reading the mappings",
            "writing the release",
            "checking the release",
            "comparing it with the served release",
            "publishing");
    private static final List<String> SPARK_STAGES = List.of(
            "starting Spark",
            "reading 1 files",
            "files were read before",
            "writing the release",
            "are those of the release before",
            "publishing");

    @TempDir
    Path dir;

    private Path data = Path.of("");
    private Path extracts = Path.of("");
    private final Map<String, Integer> kills = new TreeMap<>();

    @BeforeEach
    void folders() {
        data = dir.resolve("data");
        extracts = dir.resolve("extracts");
    }

    @Test
    void afterEveryKillTheServedReleaseIsWholeAndTheNextRunHeals() throws Exception {
        int wanted = Chaos.KILLS.wanted();
        Random random = new Random(20261122);
        TinyLoading.deliver(extracts, "word 0");
        heal();
        try (CarefulReader reader = new CarefulReader(data)) {
            for (int kill = 0; kill < wanted; kill++) {
                TinyLoading.deliver(extracts, "word " + (kill + 1));
                switch (kill % 3) {
                    case 0 -> killAtStage(STAGES.get(kill / 3 % STAGES.size()), "tiny once");
                    case 1 -> killWhen(kill / 3 % 4);
                    default -> killSometime(random);
                }
                currentIsWhole();
                heal();
                if (kill % 10 == 0) {
                    servedIsWhatAnUndisturbedRunMakes();
                    System.out.println("kills so far: " + kills);
                }
                assertThat(reader.problem()).isEmpty();
                assertThat(reader.wrong())
                        .as("answers to a reader of the served warehouse")
                        .isEmpty();
            }
            assertThat(reader.answers()).isGreaterThan(wanted);
        }
        System.out.println("kills: " + kills);
        assertThat(kills.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(wanted);
    }

    @Test
    void runsOfSparkThatAreKilledHealToo() throws Exception {
        int wanted = Chaos.SPARK_KILLS.wanted();
        Path real = Path.of("extracts/2008/claims.csv");
        TinyLoading.deliver(extracts, Files.readString(real));
        spark(data);
        for (int kill = 0; kill < wanted; kill++) {
            String claims = Files.readString(real).replace(",308,", "," + (400 + kill) + ",");
            TinyLoading.deliver(extracts, claims);

            killAtStage(SPARK_STAGES.get((kill + 2) % SPARK_STAGES.size()), "spark once");
            currentIsWhole();
            RunOutcome healed = spark(data);
            Path undisturbed = dir.resolve("undisturbed-" + kill);
            RunOutcome expected = spark(undisturbed);

            assertThat(healed.record().state()).isIn(RunState.PUBLISHED, RunState.UNCHANGED);
            assertThat(tables(data)).isEqualTo(tables(undisturbed));
            if (healed.record().state() == RunState.PUBLISHED) {
                assertThat(healed.record().extracts())
                        .isEqualTo(expected.record().extracts());
            }
            nothingIsLeftBehind();
        }
        System.out.println("kills with Spark: " + kills);
    }

    @Test
    void ofTwoRunsAtOnceOneIsToldOfTheOther() throws Exception {
        TinyLoading.deliver(extracts, "word 1");
        Process first = KilledProcess.start(data, extracts, "tiny once", "publishing");
        lineWith(first, "publishing");

        Process second = KilledProcess.start(data, extracts, "tiny once", "");
        assertThat(lineWith(second, "failed")).contains("DataLockedException", "process " + first.pid());

        first.destroyForcibly().waitFor();
        Process third = KilledProcess.start(data, extracts, "tiny once", "");
        assertThat(lineWith(third, "ended")).isEqualTo("ended PUBLISHED");
    }

    /** As in two containers that share a volume: process ids of one mean nothing in the other. */
    @Test
    void runInAnotherProcessNamespaceIsSeenToRunAndToEnd() throws Exception {
        List<String> namespace = List.of("unshare", "-rpf", "--mount-proc", "--kill-child");
        assumeTrue(
                canRun(Stream.concat(namespace.stream(), Stream.of("true")).toList()),
                "needs a machine that lets one make a process namespace");
        TinyLoading.deliver(extracts, "word 1");
        List<String> command = Stream.concat(
                        namespace.stream(), KilledProcess.command(data, extracts, "tiny once", "publishing").stream())
                .toList();
        Process run = new ProcessBuilder(command).redirectErrorStream(true).start();
        lineWith(run, "publishing");

        assertThat(new RunRecords(data).list().get(0).state()).isEqualTo(RunState.RUNNING);

        run.destroyForcibly().waitFor();
        run.descendants().forEach(ProcessHandle::destroyForcibly);
        while (DataLock.held(data)) {
            LockSupport.parkNanos(1_000_000);
        }
        assertThat(new RunRecords(data).list().get(0).state()).isEqualTo(RunState.FAILED);
    }

    private static boolean canRun(List<String> command) throws InterruptedException {
        try {
            return new ProcessBuilder(command).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** The process waits at the stage until it is killed. */
    private void killAtStage(String stage, String how) throws Exception {
        Process victim = KilledProcess.start(data, extracts, how, stage);
        lineWith(victim, stage);
        kill(victim, "at '" + stage + "'");
    }

    /** The process goes on, and is killed as soon as something can be seen in the folder. */
    private void killWhen(int sight) throws Exception {
        Optional<String> before = new Releases(data).currentId();
        List<Path> releases = list(data.resolve("releases"));
        Map<Integer, BooleanSupplier> sights = Map.of(
                0, () -> !list(data.resolve("staging")).isEmpty(),
                1, () -> KilledProcess.seen(data.resolve("staging"), "manifest.json"),
                2, () -> list(data.resolve("releases")).size() > releases.size(),
                3, () -> !new Releases(data).currentId().equals(before));
        Process victim = KilledProcess.start(data, extracts, "tiny once", "");
        BooleanSupplier seen = sights.getOrDefault(sight, () -> true);
        while (victim.isAlive() && !seen.getAsBoolean()) {
            LockSupport.parkNanos(500_000);
        }
        kill(
                victim,
                "in sight of "
                        + List.of("staging", "a manifest", "a release", "a new CURRENT")
                                .get(sight));
    }

    /** The process runs again and again, each time with another delivery, and is killed at some moment. */
    private void killSometime(Random random) throws Exception {
        Process victim = KilledProcess.start(data, extracts, "tiny again and again", "");
        lineWith(victim, "ended");
        Thread.sleep(random.nextInt(1_500));
        kill(victim, "at some moment");
    }

    private void kill(Process victim, String where) throws InterruptedException {
        victim.destroyForcibly();
        assertThat(victim.waitFor(60, TimeUnit.SECONDS)).isTrue();
        kills.merge(where, 1, Integer::sum);
    }

    private void currentIsWhole() {
        Releases releases = new Releases(data);
        Optional<String> current = releases.currentId();
        if (current.isPresent()) {
            assertThat(releases.verify(current.get())).isEmpty();
        }
    }

    private void heal() throws Exception {
        RunOptions options = new RunOptions(
                data, extracts, Guard.ALL, false, false, Duration.ZERO, Optional.of(Retention.ofNewest(3)), "heal");
        RunOutcome outcome = new EtlRun(options, silent(), new TinyLoading(extracts)).run();

        assertThat(outcome.record().state()).isIn(RunState.PUBLISHED, RunState.UNCHANGED);
        Release current = new Releases(data).current().orElseThrow();
        assertThat(new RunRecords(data).get(current.manifest().run()))
                .returns(RunState.PUBLISHED, RunRecord::state)
                .returns(Optional.of(current.id()), RunRecord::release)
                .satisfies(record -> assertThat(record.accepted()).isEqualTo(TinyLoading.CLAIMS));
        nothingIsLeftBehind();
    }

    private void servedIsWhatAnUndisturbedRunMakes() throws IOException {
        Path undisturbed = Files.createTempDirectory(dir, "undisturbed");
        new EtlRun(new RunOptions(undisturbed, extracts, Guard.ALL, "test"), silent(), new TinyLoading(extracts)).run();
        assertThat(tables(data)).isEqualTo(tables(undisturbed));
        assertThat(ReleaseCheck.problems(
                        new Releases(data).current().orElseThrow().dir()))
                .isEmpty();
    }

    private void nothingIsLeftBehind() throws IOException {
        Releases releases = new Releases(data);
        RunRecords records = new RunRecords(data);
        assertThat(records.list()).noneMatch(record -> record.state() == RunState.RUNNING);
        assertThat(releases.verifyAll().values()).allMatch(List::isEmpty);
        List<String> published = records.list().stream()
                .flatMap(record -> record.release().stream())
                .toList();
        assertThat(published)
                .containsAll(releases.list().stream().map(Release::id).toList());
        assertThat(list(data.resolve("staging"))).isEmpty();
        assertThat(KilledProcess.filesBelow(data))
                .noneMatch(file -> file.getFileName().toString().endsWith(".tmp"));
    }

    private RunOutcome spark(Path into) throws IOException {
        return new EtlRun(new RunOptions(into, extracts, Guard.ALL, "heal"), silent()).run();
    }

    private static List<ReleasedTable> tables(Path data) {
        return new Releases(data).current().orElseThrow().manifest().tables();
    }

    private static String lineWith(Process process, String text) throws IOException {
        List<String> said = new ArrayList<>();
        BufferedReader lines = process.inputReader();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            said.add(line);
            if (line.contains(text)) {
                return line;
            }
        }
        throw new AssertionError("The process never said '" + text + "', but " + said);
    }

    private static List<Path> list(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.toList();
        } catch (IOException | UncheckedIOException e) {
            return List.of();
        }
    }

    private static Progress silent() {
        return new Progress(new PrintStream(PrintStream.nullOutputStream(), true, StandardCharsets.UTF_8), true, 8);
    }
}
