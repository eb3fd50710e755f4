package careledger.etl.run;

import static org.assertj.core.api.Assertions.assertThat;

import careledger.release.run.RunState;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders on shared drives have spaces, accents and signs in their names. */
class OddPathsTest {
    private static final String ODD = "a b é # % 20% [x] *";

    @TempDir
    Path dir;

    @Test
    void deliveriesAndReleasesMayLieAnywhere() throws IOException {
        Path home = Files.createDirectories(dir.resolve(ODD));
        Path folder = Files.createDirectories(home.resolve("extracts").resolve("2020 " + ODD));
        Files.writeString(folder.resolve("extract.yaml"), """
                sources:
                  - {id: report, title: T, publisher: P, publishedOn: 2021-07-31, authority: COUNCIL_REPORT}
                files:
                  - file: "table [1] é.csv"
                    layout: wide
                    label: area
                    indicator: cic_count
                    definition: on_a_day
                    columns:
                      - {header: area, is: label}
                      - {header: "2020", period: 2020-03-31}
                """);
        Files.writeString(folder.resolve("table [1] é.csv"), "area,2020\nLeicestershire,657\n");
        RunOptions options = new RunOptions(home.resolve("data"), home.resolve("extracts"), Set.of(), "test");
        Progress silent =
                new Progress(new PrintStream(PrintStream.nullOutputStream(), true, StandardCharsets.UTF_8), true, 9);

        RunOutcome outcome = new EtlRun(options, silent).run();

        assertThat(outcome.record().state()).isEqualTo(RunState.PUBLISHED);
        assertThat(outcome.record().newClaims()).isEqualTo(1);
        assertThat(new EtlRun(options, silent).run().record().state()).isEqualTo(RunState.UNCHANGED);
        try (Stream<Path> children = Files.list(dir)) {
            assertThat(children.map(Path::getFileName).map(Path::toString).toList())
                    .isEqualTo(List.of(ODD));
        }
    }
}
