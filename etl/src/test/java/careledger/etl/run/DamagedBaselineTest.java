package careledger.etl.run;

import static org.assertj.core.api.Assertions.assertThat;

import careledger.release.guard.Guard;
import careledger.release.run.RunRecords;
import careledger.release.run.RunState;
import careledger.release.store.Release;
import careledger.release.store.Releases;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A run that loses figures is stopped, whatever has happened to the current release. */
class DamagedBaselineTest {
    /** A figure that is 654 becomes 65.4: any sound comparison finds it. */
    private static final String LOSS = "UPDATE fact_observation SET value = 65.4 WHERE claim_id = 'dfe/2'";

    @TempDir
    static Path prepared;

    @TempDir
    Path dir;

    private Path data = Path.of("");
    private Path extracts = Path.of("");

    @BeforeAll
    static void publishTwo() throws IOException {
        for (String word : List.of("one", "two")) {
            TinyLoading.deliver(prepared.resolve("extracts"), word);
            run(prepared.resolve("data"), prepared.resolve("extracts"), Set.of());
        }
        TinyLoading.deliver(prepared.resolve("extracts"), "three");
    }

    @BeforeEach
    void copy() throws IOException {
        data = dir.resolve("data");
        extracts = dir.resolve("extracts");
        try (Stream<Path> all = Files.walk(prepared)) {
            for (Path path : all.filter(one -> !one.equals(prepared)).toList()) {
                Files.copy(path, dir.resolve(prepared.relativize(path)));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dim_source",
                "fact_observation",
                "dim_period",
                "fact_rejection",
                "dim_indicator",
                "dim_area",
                "dim_extract"
            })
    void oneFlippedByteInAnyTable(String table) throws IOException {
        Damage.flip(data.resolve("releases").resolve(current()).resolve(table));

        stopped(run(Set.of(), LOSS));
    }

    @ParameterizedTest
    @CsvSource({"'\u0000\u0001',false", "'',false", "'../../etc',false", "'no-such-release',false", "'',true"})
    void currentThatCannotBeRead(String text, boolean folder) throws IOException {
        Path pointer = data.resolve("CURRENT");
        Files.delete(pointer);
        if (folder) {
            Files.createDirectory(pointer);
        } else {
            Files.writeString(pointer, text);
        }

        stopped(run(Set.of(), LOSS));
    }

    @Test
    void currentThatIsNotUtf8() throws IOException {
        Files.write(data.resolve("CURRENT"), new byte[] {(byte) 0xff, (byte) 0xfe, 'x'});

        stopped(run(Set.of(), LOSS));
    }

    @Test
    void currentThatIsMissing() throws IOException {
        Files.delete(data.resolve("CURRENT"));

        stopped(run(Set.of(), LOSS));
    }

    @ParameterizedTest
    @EnumSource
    void damagedReleaseIsMadeAgainWhereNothingIsLost(Damage damage) throws IOException {
        damage.to(new Releases(data).current().orElseThrow(), dir);

        RunOutcome healed = run(Set.of());

        assertThat(healed.record().message()).isEmpty();
        assertThat(healed.record().state()).isEqualTo(RunState.PUBLISHED);
        assertThat(new Releases(data).verify(current())).isEmpty();
    }

    @Test
    void fewerClaimsThanTheDamagedReleaseHeldAreNoticed() throws IOException {
        Damage.flip(data.resolve("releases").resolve(current()).resolve("fact_observation"));
        Baseline baseline = baseline();

        assertThat(baseline.claimsNotCompared()).isEqualTo(TinyLoading.CLAIMS);
        assertThat(baseline.compared()).isPresent();
    }

    @Nested
    class WithoutAnotherSoundRelease {
        @BeforeEach
        void leaveOne() throws IOException {
            List<Release> releases = new Releases(data).list();
            Damage.flip(releases.get(1).dir().resolve("fact_observation"));
            Damage.flip(releases.get(0).dir().resolve("fact_observation"));
        }

        @Test
        void theRunStopsAndSaysHowToConfirm() throws IOException {
            RunOutcome outcome = run(Set.of());

            assertThat(outcome.record().state()).isEqualTo(RunState.FAILED);
            assertThat(outcome.record().message().orElseThrow())
                    .contains("fact_observation", "No other sound release is left", "--accept nothing-to-compare");
        }

        @Test
        void theRunPublishesWhatWasConfirmed() throws IOException {
            assertThat(run(Set.of(Guard.NOTHING_TO_COMPARE)).record().state()).isEqualTo(RunState.PUBLISHED);
        }

        @Test
        void theSameDeliveriesAreTheirOwnProof() throws IOException {
            TinyLoading.deliver(extracts, "two");

            assertThat(run(Set.of()).record().state()).isEqualTo(RunState.PUBLISHED);
        }
    }

    @Test
    void firstRunNeedsNothingToCompareWith() throws IOException {
        data = dir.resolve("new");

        assertThat(run(Set.of()).record().state()).isEqualTo(RunState.PUBLISHED);
    }

    @Test
    void deliveryBeingWrittenKeepsItsFiguresAlsoWhereTheReleaseIsDamaged() throws IOException {
        Damage.flip(data.resolve("releases").resolve(current()).resolve("fact_observation"));
        Path second = Files.createDirectories(extracts.resolve("second"));
        Files.copy(extracts.resolve("tiny/extract.yaml"), second.resolve("extract.yaml"));
        Files.writeString(second.resolve("claims.csv"), "other");
        Files.writeString(extracts.resolve("tiny/claims.csv.part"), "half");

        RunOutcome outcome = run(Set.of());

        assertThat(outcome.record().state()).isEqualTo(RunState.PUBLISHED);
        assertThat(outcome.record().vanishedClaims()).isZero();
        assertThat(outcome.record().leftOut().toString()).contains("tiny");
    }

    private void stopped(RunOutcome outcome) {
        assertThat(outcome.record().state()).isEqualTo(RunState.FAILED);
        assertThat(outcome.record().message().orElseThrow())
                .contains("--accept headlines-move", "cic_count, E10000018, 2020-03-31, total: 654");
    }

    private String current() {
        return new Releases(data).currentId().orElseThrow();
    }

    private Baseline baseline() {
        return Baseline.of(new Releases(data), new RunRecords(data));
    }

    private RunOutcome run(Set<Guard> accepted, String... changes) throws IOException {
        return run(data, extracts, accepted, changes);
    }

    private static RunOutcome run(Path data, Path extracts, Set<Guard> accepted, String... changes) throws IOException {
        RunOptions options =
                new RunOptions(data, extracts, accepted, false, false, Duration.ZERO, Optional.empty(), "test");
        Progress silent =
                new Progress(new PrintStream(PrintStream.nullOutputStream(), true, StandardCharsets.UTF_8), true, 8);
        return new EtlRun(options, silent, new TinyLoading(extracts, changes)).run();
    }
}
