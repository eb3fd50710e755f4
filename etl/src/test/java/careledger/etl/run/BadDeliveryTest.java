package careledger.etl.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import careledger.release.run.LeftOutDelivery;
import careledger.release.run.RunState;
import careledger.release.store.Releases;
import careledger.schema.problem.Rejection;
import careledger.schema.problem.Rule;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One bad delivery never stops the others, and what is served from it stays. */
class BadDeliveryTest {
    @TempDir
    Path dir;

    @BeforeEach
    void publishTwo() throws IOException {
        delivery("first", "2020", 657);
        delivery("second", "2021", 699);
        assertThat(run().record().state()).isEqualTo(RunState.PUBLISHED);
    }

    @Test
    void aMappingInUtf16LeavesItsDeliveryAsItWasAndTheOthersAreLoaded() throws IOException {
        Path mapping = dir.resolve("extracts/second/extract.yaml");
        Files.write(mapping, Files.readString(mapping).getBytes(StandardCharsets.UTF_16));
        delivery("first", "2020", 654);

        RunOutcome outcome = run();

        assertThat(outcome.record().state()).isEqualTo(RunState.PUBLISHED);
        assertThat(outcome.record().leftOut())
                .extracting(LeftOutDelivery::delivery, LeftOutDelivery::earlierStays)
                .containsExactly(tuple("second", true));
        assertThat(outcome.record().message().orElseThrow()).contains("second/extract.yaml", "UTF-16");
        assertThat(outcome.record().changedClaims()).isEqualTo(1);
        assertThat(outcome.record().vanishedClaims()).isZero();
    }

    @Test
    void aLinkToADriveThatIsNotConnectedKeepsItsDelivery() throws IOException {
        Path second = dir.resolve("extracts/second");
        Files.delete(second.resolve("table.csv"));
        Files.delete(second.resolve("extract.yaml"));
        Files.delete(second);
        Files.createSymbolicLink(second, dir.resolve("drive/second"));
        delivery("first", "2020", 654);

        RunOutcome outcome = run();

        assertThat(outcome.record().leftOut())
                .extracting(LeftOutDelivery::delivery, LeftOutDelivery::earlierStays)
                .containsExactly(tuple("second", true));
        assertThat(outcome.record().message().orElseThrow()).contains("not connected");
        assertThat(outcome.record().changedClaims()).isEqualTo(1);
        assertThat(outcome.record().vanishedClaims()).isZero();
    }

    @Test
    void theSameInputsGiveTheSameReleaseAlsoWhereSomethingIsLeftOut() throws IOException {
        Files.delete(dir.resolve("extracts/second/extract.yaml"));
        delivery("first", "2020", 654);
        assertThat(run().record().state()).isEqualTo(RunState.PUBLISHED);
        Optional<String> served = new Releases(dir.resolve("data")).currentId();

        RunOutcome again = run();

        assertThat(again.record().state()).isEqualTo(RunState.UNCHANGED);
        assertThat(again.record().leftOut()).hasSize(1);
        assertThat(new Releases(dir.resolve("data")).currentId()).isEqualTo(served);
    }

    @Test
    void aTableThatCannotBeReadKeepsItsWholeDeliveryAsItWas() throws IOException {
        Path table = dir.resolve("extracts/second/table.csv");
        Files.write(table, Files.readString(table).getBytes(StandardCharsets.UTF_16));

        RunOutcome outcome = run();

        assertThat(outcome.record().state()).isEqualTo(RunState.UNCHANGED);
        assertThat(outcome.record().message().orElseThrow()).contains("second/table.csv", "before stay");
        assertThat(outcome.rejections()).extracting(Rejection::rule).containsExactly(Rule.FILE_ENCODING);
    }

    @Test
    void newOnesThatAreUnfinishedAreListedAndTheRestIsPublished() throws IOException {
        Files.createDirectories(dir.resolve("extracts/third"));
        Files.writeString(dir.resolve("extracts/third/extract.yml"), "sources: []");
        Files.writeString(dir.resolve("extracts/first/notes.docx"), "not a table");
        Files.writeString(dir.resolve("extracts/first/Thumbs.db"), "pictures");
        delivery("fourth: a [new] year", "2022", 700);
        Path oddly = dir.resolve("extracts/fourth: a [new] year");
        Files.move(oddly.resolve("table.csv"), oddly.resolve("a:b.csv"));
        Files.writeString(
                oddly.resolve("extract.yaml"),
                Files.readString(oddly.resolve("extract.yaml")).replace("table.csv", "'a:b.csv'"));

        RunOutcome outcome = run();

        assertThat(outcome.record().state()).isEqualTo(RunState.PUBLISHED);
        assertThat(outcome.record().newClaims()).isEqualTo(1);
        assertThat(outcome.record().leftOut())
                .extracting(LeftOutDelivery::delivery)
                .containsExactly("third", "first/notes.docx");
        assertThat(outcome.record().message().orElseThrow()).contains("There is a file 'extract.yml'");
    }

    private RunOutcome run() throws IOException {
        RunOptions options = new RunOptions(
                dir.resolve("data"),
                dir.resolve("extracts"),
                Set.of(),
                false,
                false,
                Duration.ZERO,
                Optional.empty(),
                "test");
        Progress silent =
                new Progress(new PrintStream(PrintStream.nullOutputStream(), true, StandardCharsets.UTF_8), true, 9);
        return new EtlRun(options, silent).run();
    }

    private void delivery(String name, String year, int count) throws IOException {
        Path folder = Files.createDirectories(dir.resolve("extracts").resolve(name));
        Files.writeString(folder.resolve("extract.yaml"), """
            sources:
              - {id: report-%1$s, title: T, publisher: P, publishedOn: 2022-07-31, authority: COUNCIL_REPORT}
            files:
              - file: table.csv
                layout: wide
                label: area
                indicator: cic_count
                definition: on_a_day
                columns:
                  - {header: area, is: label}
                  - {header: "%1$s", period: %1$s-03-31}
            """.formatted(year));
        Files.writeString(folder.resolve("table.csv"), "area," + year + "\nLeicestershire," + count + "\n");
    }
}
