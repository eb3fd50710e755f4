package careledger.etl.run;

import static org.assertj.core.api.Assertions.assertThat;

import careledger.release.Chaos;
import careledger.release.file.DurableFiles;
import careledger.release.guard.Guard;
import careledger.release.run.RecordedRejection;
import careledger.release.run.RunRecords;
import careledger.release.run.RunState;
import careledger.release.store.Release;
import careledger.release.store.ReleasedTable;
import careledger.release.store.Releases;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that reuses what was kept makes the release, the counts and the refusals that a run from nothing makes. */
class IncrementalRunTest {
    private static final Path REAL = Path.of("extracts");
    private static final List<String> DELIVERIES = List.of("2008", "2016", "2019-09", "2020");

    @TempDir
    Path dir;

    private final ByteArrayOutputStream told = new ByteArrayOutputStream();

    @Test
    void randomSequencesOfChangesMakeTheReleaseThatARunFromNothingMakes() throws IOException {
        int steps = Chaos.STEPS.wanted();
        Random random = new Random(20261122);
        Path extracts = dir.resolve("extracts");
        copy("2008", extracts.resolve("2008"));
        copy("2019-09", extracts.resolve("2019-09"));
        List<String> done = new ArrayList<>();

        for (int step = 0; step < steps; step++) {
            done.add(change(extracts, random, step));
            RunOutcome incremental = run(dir.resolve("data"), extracts, false);
            Path nothing = dir.resolve("nothing-" + step);
            RunOutcome full = run(nothing, extracts, true);

            assertThat(tables(dir.resolve("data"))).as(done.toString()).isEqualTo(tables(nothing));
            assertThat(onRecord(dir.resolve("data"))).as(done.toString()).isEqualTo(onRecord(nothing));
            if (incremental.record().state() != RunState.UNCHANGED) {
                assertThat(incremental.rejections()).as(done.toString()).isEqualTo(full.rejections());
                assertThat(incremental.record().extracts())
                        .as(done.toString())
                        .isEqualTo(full.record().extracts());
                assertThat(incremental.record().conflicts())
                        .isEqualTo(full.record().conflicts());
            }
            DurableFiles.deleteTree(nothing);
        }
        assertThat(filesOf(dir.resolve("data/parsed")))
                .hasSizeLessThanOrEqualTo(2 * filesOf(extracts).size());
    }

    @Test
    void unchangedFilesAreNotReadAgain() throws IOException {
        Path extracts = dir.resolve("extracts");
        Path data = dir.resolve("data");
        copy("2008", extracts.resolve("2008"));
        copy("2020", extracts.resolve("2020"));
        RunOutcome first = run(data, extracts, false);
        Path claims = extracts.resolve("2008/claims.csv");
        Files.writeString(claims, Files.readString(claims).replaceFirst(",308,", ",309,"));

        RunOutcome second = run(data, extracts, false);

        assertThat(second.record().changedClaims()).isEqualTo(1);
        assertThat(second.rejections()).isEqualTo(first.rejections()).isNotEmpty();
        assertThat(told.toString(StandardCharsets.UTF_8)).containsPattern("claims; [1-9]\\d* files were read before");
        List<Path> years = partitions(current(data));
        assertThat(years).hasSizeGreaterThan(5);
        assertThat(years.stream().filter(year -> !sameBytes(year, data)).count())
                .isEqualTo(1);
    }

    @Test
    void anotherProcessMakesTheSameBytes() throws IOException, InterruptedException {
        Path extracts = dir.resolve("extracts");
        copy("2008", extracts.resolve("2008"));
        run(dir.resolve("data"), extracts, false);

        Process other = KilledProcess.start(dir.resolve("elsewhere"), extracts, "spark once", "");
        String said = new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        other.waitFor();

        assertThat(said).contains("ended PUBLISHED");
        assertThat(tables(dir.resolve("elsewhere"))).isEqualTo(tables(dir.resolve("data")));
    }

    @Test
    void fullRunThatComesToTheSameSaysSoAndPublishesNothing() throws IOException {
        Path extracts = dir.resolve("extracts");
        Path data = dir.resolve("data");
        copy("2008", extracts.resolve("2008"));
        run(data, extracts, false);

        RunOutcome again = run(data, extracts, true);

        assertThat(again.record().state()).isEqualTo(RunState.UNCHANGED);
        assertThat(again.record().message().orElseThrow()).contains("byte for byte");
        assertThat(new Releases(data).list()).hasSize(1);
    }

    @Test
    void whatWasKeptAndIsDamagedOrOfAnotherFileIsReadAnew() throws IOException {
        Path extracts = dir.resolve("extracts");
        Path data = dir.resolve("data");
        copy("2008", extracts.resolve("2008"));
        copy("2019-09", extracts.resolve("2019-09"));
        run(data, extracts, false);
        List<ReleasedTable> sound = tables(data);
        List<Path> entries = children(data.resolve("parsed"));
        flip(entries.get(0).resolve("outcomes.parquet"));
        Files.copy(
                entries.get(1).resolve("entry.json"),
                entries.get(2).resolve("entry.json"),
                StandardCopyOption.REPLACE_EXISTING);
        Files.writeString(entries.get(3).resolve("entry.json"), "{");
        Files.createDirectories(data.resolve("parsed/foreign"));
        DurableFiles.deleteTree(data.resolve("releases"));

        run(data, extracts, false);

        assertThat(tables(data)).isEqualTo(sound);
        assertThat(data.resolve("parsed/foreign")).doesNotExist();
    }

    @Test
    void damageToTheReleaseBeforeIsNotTakenOver() throws IOException {
        Path extracts = dir.resolve("extracts");
        Path data = dir.resolve("data");
        copy("2008", extracts.resolve("2008"));
        run(data, extracts, false);
        List<ReleasedTable> sound = tables(data);
        flip(partitions(current(data)).get(0));

        RunOutcome healed = run(data, extracts, false);

        assertThat(healed.record().state()).isEqualTo(RunState.PUBLISHED);
        assertThat(tables(data)).isEqualTo(sound);
        assertThat(new Releases(data).verify(current(data).id())).isEmpty();
    }

    private String change(Path extracts, Random random, int step) throws IOException {
        List<Path> there = children(extracts);
        Path one = there.get(random.nextInt(there.size()));
        switch (random.nextInt(7)) {
            case 0 -> {
                String name = DELIVERIES.get(random.nextInt(DELIVERIES.size()));
                copy(name, extracts.resolve(name + "-" + step));
                return "added " + name;
            }
            case 1 -> {
                if (there.size() > 1) {
                    DurableFiles.deleteTree(one);
                }
                return "removed " + one.getFileName();
            }
            case 2 -> {
                Files.move(one, extracts.resolve("renamed-" + step));
                return "renamed " + one.getFileName();
            }
            case 3 -> {
                Path mapping = one.resolve("extract.yaml");
                Files.writeString(mapping, Files.readString(mapping) + "# looked over " + step + "\n");
                return "mapping of " + one.getFileName();
            }
            case 4 -> {
                Files.setLastModifiedTime(claimsOf(one), FileTime.fromMillis(step));
                return "touched " + one.getFileName();
            }
            default -> {
                return correct(one, random);
            }
        }
    }

    /** Corrects a figure, makes one unreadable, or drops a line: the first number of a line is replaced. */
    private static String correct(Path delivery, Random random) throws IOException {
        Path file = claimsOf(delivery);
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        int line = 1 + random.nextInt(lines.size() - 1);
        switch (random.nextInt(3)) {
            case 0 -> lines.set(line, lines.get(line).replaceFirst(",(\\d+),", "," + random.nextInt(99) + ","));
            case 1 -> lines.set(line, lines.get(line).replaceFirst(",\\d+,", ",abc,"));
            default -> lines.remove(line);
        }
        Files.write(file, lines);
        return "corrected " + delivery.getFileName() + ", line " + (line + 1);
    }

    private static Path claimsOf(Path delivery) throws IOException {
        return children(delivery).stream()
                .filter(file -> file.getFileName().toString().startsWith("claims"))
                .findFirst()
                .orElseThrow();
    }

    private RunOutcome run(Path data, Path extracts, boolean full) throws IOException {
        Progress progress = new Progress(new PrintStream(told, true, StandardCharsets.UTF_8), false, 8);
        RunOptions options =
                new RunOptions(data, extracts, Guard.ALL, full, false, Duration.ZERO, Optional.empty(), "test");
        return new EtlRun(options, progress).run();
    }

    private static void copy(String delivery, Path to) throws IOException {
        Files.createDirectories(to);
        for (Path file : children(REAL.resolve(delivery))) {
            Files.copy(file, to.resolve(file.getFileName().toString()));
        }
    }

    private static void flip(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
    }

    private static boolean sameBytes(Path file, Path data) {
        Release before = new Releases(data).list().get(1);
        Path relative = current(data).dir().relativize(file);
        try {
            return Files.mismatch(file, before.dir().resolve(relative)) < 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static List<Path> partitions(Release release) throws IOException {
        return filesOf(release.dir().resolve("fact_observation"));
    }

    private static Release current(Path data) {
        return new Releases(data).current().orElseThrow();
    }

    private static List<ReleasedTable> tables(Path data) {
        return current(data).manifest().tables();
    }

    /** What the run refused that made the current release. */
    private static List<RecordedRejection> onRecord(Path data) {
        return new RunRecords(data).rejections(current(data).manifest().run());
    }

    private static List<Path> children(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.sorted().toList();
        }
    }

    private static List<Path> filesOf(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
