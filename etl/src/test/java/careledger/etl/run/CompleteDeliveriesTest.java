package careledger.etl.run;

import static org.assertj.core.api.Assertions.assertThat;

import careledger.release.run.RunRecord;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run does about deliveries into which somebody is still writing. */
class CompleteDeliveriesTest {
    @TempDir
    private Path dir;

    private RunRecord run() throws IOException {
        RunOptions options = new RunOptions(
                dir.resolve("data"),
                dir.resolve("extracts"),
                Set.of(),
                false,
                false,
                Duration.ofMillis(20),
                Optional.empty(),
                "test");
        Progress silent =
                new Progress(new PrintStream(PrintStream.nullOutputStream(), true, StandardCharsets.UTF_8), true, 9);
        return new EtlRun(options, silent).run().record();
    }

    private void delivery(String name, String year, int count) throws IOException {
        Path folder = Files.createDirectories(dir.resolve("extracts").resolve(name));
        Files.writeString(folder.resolve("extract.yaml"), """
            sources:
              - {id: report-%s, title: T, publisher: P, publishedOn: 2021-07-31, authority: COUNCIL_REPORT}
            files:
              - file: table.csv
                layout: wide
                label: area
                indicator: cic_count
                definition: on_a_day
                columns:
                  - {header: area, is: label}
                  - {header: "%s", period: %s-03-31}
            """.formatted(name, year, year));
        Files.writeString(folder.resolve("table.csv"), "area," + year + "\nLeicestershire," + count + "\n");
    }

    @Test
    void aDeliveryThatIsBeingWrittenWaitsAndTheOthersAreLoaded() throws IOException {
        delivery("first", "2020", 657);
        delivery("second", "2021", 699);
        Path part = dir.resolve("extracts/second/more.csv.part");
        Files.writeString(part, "half");

        RunRecord withoutSecond = run();

        assertThat(withoutSecond.state()).isEqualTo(RunState.PUBLISHED);
        assertThat(withoutSecond.newClaims()).isEqualTo(1);
        assertThat(withoutSecond.message().orElseThrow()).contains("The delivery 'second' is left out: more.csv.part");

        Files.delete(part);
        assertThat(run().newClaims()).isEqualTo(1);

        String served = new Releases(dir.resolve("data")).currentId().orElseThrow();
        delivery("first", "2020", 654);
        delivery("second", "2021", 700);
        Files.writeString(part, "half");
        RunRecord withoutNewSecond = run();

        assertThat(withoutNewSecond.state()).isEqualTo(RunState.PUBLISHED);
        assertThat(withoutNewSecond.changedClaims()).isEqualTo(1);
        assertThat(withoutNewSecond.message().orElseThrow()).contains("'second' is left out", "before stay");
        assertThat(new Releases(dir.resolve("data")).currentId()).isNotEqualTo(Optional.of(served));

        Files.delete(part);
        assertThat(run().changedClaims()).isEqualTo(1);
    }
}
