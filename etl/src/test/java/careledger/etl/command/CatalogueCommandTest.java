package careledger.etl.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class CatalogueCommandTest {
    private static final String OWN = "../schema/src/main/resources/careledger/schema/catalogue";
    private static final String MAPPING = """
            sources:
              - id: parish-report-2021
                title: Parish report
                publisher: A parish
                publishedOn: 2021-04-01
                authority: COUNCIL_REPORT
            indicators:
              - id: parish_reading_count
                title: Children who are read to
                plainEnglish: How many children were read to in the year.
                unit: COUNT
                polarity: NONE
                measure: FLOW
                timing: PERIOD
                synonyms: [reading]
                definitions:
                  - id: published
                    text: Children who were read to in the year.
                    sources: {parish-report-2021: children read to}
            files:
              - file: reading.csv
                layout: tidy
                columns: {time_period: Year, la_name: Council}
                constants: {time_identifier: Financial year, geographic_level: Local authority}
                indicators: {Children: parish_reading_count}
            """;

    @TempDir
    private Path extracts;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void deliver() throws IOException {
        Files.createDirectories(extracts.resolve("parish"));
        Files.writeString(extracts.resolve("parish/reading.csv"), "Year,Council,Children\n202021,Leicestershire,12\n");
    }

    private List<String> check(String mapping, String... more) throws IOException {
        Files.writeString(extracts.resolve("parish/extract.yaml"), mapping);
        CommandLine commandLine = CareLedger.commandLine();
        commandLine.setOut(new PrintWriter(out));
        commandLine.setErr(new PrintWriter(err));
        String[] arguments = Stream.concat(
                        Stream.of("catalogue", "check", "--extracts", extracts.toString()), Stream.of(more))
                .toArray(String[]::new);
        boolean passed = commandLine.execute(arguments) == CareLedger.DONE;
        List<String> lines = out.toString().lines().toList();
        assertThat(passed).isEqualTo(lines.get(lines.size() - 1).endsWith("checked: no mistake"));
        return lines.subList(0, lines.size() - 1);
    }

    @Test
    void soundCatalogueAndMappingPass() throws IOException {
        assertThat(check(MAPPING)).isEmpty();
        assertThat(out.toString()).containsPattern("\\d{3} measures and the mappings of 1 deliveries checked");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            commentCharacter = '~',
            quoteCharacter = '"',
            value = {
                "in the year.#    unit | in the year and they participated in interventions.#    unit | 8:5: | reading grade",
                "synonyms: [reading]   | synonyms: []                  | 8:5: | has no synonym",
                "unit: COUNT           | unit: COUNTS                  | 11: | 'unit' is 'COUNTS'",
                "title: Children who are read to | titel: Children who are read to | 9: | The key 'titel' is not known here",
                "{parish-report-2021: children read to} | {parish-report-2020: children read to} | 25: | does not say by which definition",
                "{Children: parish_reading_count} | {Children: parish_reading} | 25: | parish_reading",
                "file: reading.csv     | file: readings.csv            | 21: | 'readings.csv' is not in the folder",
                "- id: published       | - id: published#        primary: maybe | 18: | 'primary' should be true or false",
            })
    void mistakeOfADeliveryHasItsFileAndLine(String good, String bad, String place, String message) throws IOException {
        String planted = MAPPING.replace(good.replace("#", "\n"), bad.replace("#", "\n"));
        assertThat(planted).isNotEqualTo(MAPPING);

        String file = extracts.resolve("parish/extract.yaml").toString();
        assertThat(check(planted))
                .anySatisfy(
                        line -> assertThat(line).startsWith(file + ":" + place).contains(message));
    }

    /** Whatever a run would refuse before it reads a line. */
    @Test
    void fileWithoutAnEntryAndAForerunnerThatIsNoneAreFound() throws IOException {
        Files.writeString(extracts.resolve("parish/stray.csv"), "a,b\n1,2\n");

        assertThat(check(MAPPING.replace("COUNCIL_REPORT", "COUNCIL_REPORT\n    supersedes: [nothing]")))
                .anySatisfy(line -> assertThat(line)
                        .startsWith(extracts.resolve("parish/stray.csv").toString())
                        .contains("No entry of extract.yaml names the file 'stray.csv'"))
                .anySatisfy(
                        line -> assertThat(line).contains("supersedes 'nothing', which is a source of no delivery"));
    }

    /** A file of Windows has letters that are no UTF-8. */
    @Test
    void refusedRowsOfAnyEncodingAreLookedAt() throws IOException {
        Files.write(
                extracts.resolve("parish/reading.csv"),
                "Year,Council,Children\n202021,Leicestershire,\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(check(MAPPING)).singleElement().asString().contains("which has no figure under it");
    }

    @Test
    void sourceWithoutAFigureUnderTheDefinitionThatListsItIsFound() throws IOException {
        String planted = MAPPING.replace("""
                files:
                """, """
                      - id: at_school
                        text: Children who were read to at school in the year.
                        breakReason: The report counted schools only.
                        primary: true
                        sources: {parish-report-2021: read to at school}
                files:
                """);

        assertThat(check(planted))
                .singleElement()
                .asString()
                .contains("extract.yaml:20:9: parish_reading_count/at_school lists parish-report-2021");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            commentCharacter = '~',
            quoteCharacter = '"',
            value = {
                "topics.yaml             | - id: health        | - id: health_of_all   | indicators/health_of_all.yaml | This file of the catalogue is missing",
                "indicators/health.yaml  | topic: health       | topic: heath          | indicators/health.yaml        | This file should say 'topic: health'",
                "indicators/health.yaml  | id: dental_check_pct | id: dental_check_percent | indicators/             | dental_check_pct",
                "areas.yaml              | id: E10000018       | idd: E10000018        | areas.yaml                    | The key 'id' is missing here",
            })
    void mistakeOfACatalogueBeingWrittenHasItsFileAndLine(
            String name, String good, String bad, String place, String message, @TempDir Path folder)
            throws IOException {
        copy(Path.of(OWN), folder);
        Path file = folder.resolve(name);
        String text = Files.readString(file);
        assertThat(text).contains(good);
        Files.writeString(file, text.replaceFirst(Pattern.quote(good), bad));

        assertThat(check(MAPPING, "--catalogue", folder.toString())).anySatisfy(line -> assertThat(line)
                .startsWith(folder.resolve(place).toString().replaceAll("/$", ""))
                .containsPattern("\\.yaml:\\d+")
                .contains(message));
    }

    @Test
    void folderThatIsNoneIsWrongUsage() {
        CommandLine commandLine = CareLedger.commandLine();
        commandLine.setErr(new PrintWriter(err));

        assertThat(commandLine.execute("catalogue", "check", "--catalogue", "no/such/folder"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--catalogue is no/such/folder, which is not a folder");
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }
}
