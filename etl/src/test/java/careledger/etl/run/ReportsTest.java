package careledger.etl.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import careledger.release.guard.Guard;
import careledger.release.json.Json;
import careledger.release.run.RunRecord;
import careledger.release.run.RunRecords;
import careledger.schema.problem.Rejection;
import careledger.schema.problem.Rule;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

class ReportsTest {
    private static final String CORRECTION = "UPDATE fact_observation SET value = 655 WHERE claim_id = 'dfe/2'";
    private static final String TYPING_MISTAKE = "UPDATE fact_observation SET value = 65.4 WHERE claim_id = 'dfe/2'";

    @TempDir
    private Path dir;

    @Nested
    class OfRuns {
        @Test
        void publishedRunTellsWhatCameInAndWhatItTook() throws Exception {
            String run = published("first");

            JsonNode report = json(run);
            assertThat(report.at("/run/state").asText()).isEqualTo("PUBLISHED");
            assertThat(report.at("/run/extracts")).isNotEmpty();
            assertThat(report.at("/comparison").isNull()).isTrue();
            assertThat(report.at("/stages")).isNotEmpty().allSatisfy(stage -> assertThat(
                            stage.path("heapMegabytes").asLong())
                    .isPositive());
            assertThat(page(run).getElementsByTagName("h1").item(0).getTextContent())
                    .isEqualTo("Run " + run + ": published");
            assertThat(page(run).getDocumentElement().getTextContent())
                    .contains("Nothing was compared: no release was served before that could be read.");
        }

        @Test
        void correctionIsToldValueByValueAndAsAFigureThatReadsOtherwise() throws Exception {
            published("first");
            String run = published("second", CORRECTION);

            JsonNode made = json(run).path("comparison");
            assertThat(made.path("changed").asInt()).isEqualTo(1);
            JsonNode change = made.at("/claims/rows/0");
            assertThat(change.path("claim").asText()).isEqualTo("dfe/2");
            assertThat(change.path("before").asText()).isEqualTo("654");
            assertThat(change.path("after").asText()).isEqualTo("655");
            assertThat(made.at("/headlines/total").asInt()).isEqualTo(1);
            assertThat(made.at("/headlines/rows/0/after").asText()).isEqualTo("655");
            assertThat(records().get(run).movedHeadlines()).contains(1L);
            assertThat(text(run)).contains("1 published values changed");
        }

        @Test
        void guardThatStoppedARunIsNamedWithWhatItFound() throws Exception {
            published("first");
            TinyLoading.deliver(dir.resolve("extracts"), "second");

            String run = run(false, TYPING_MISTAKE).record().id();

            assertThat(json(run).at("/guards/0/guard").asText()).isEqualTo("headlines-move");
            assertThat(json(run).at("/guards/0/accepted").asBoolean()).isFalse();
            assertThat(text(run)).contains("headlines-move: stops the release", "654", "65.4");
        }

        @Test
        void rehearsalLeavesAReportAndNoRecord() throws Exception {
            published("first");
            TinyLoading.deliver(dir.resolve("extracts"), "second");

            run(true, CORRECTION);

            assertThat(text("dry-run")).contains("rehearsed, nothing published", "655");
            assertThat(records().list()).hasSize(1);
        }

        @Test
        void runThatFailedTellsWhy() throws Exception {
            Files.createDirectories(dir.resolve("extracts"));

            assertThatThrownBy(() -> run(false)).isInstanceOf(RunFailedException.class);

            String run = records().list().get(0).id();
            assertThat(text(run)).contains("failed, nothing published", "There is no delivery folder in");
        }

        @Test
        void unchangedRunsLeaveOneReportTheLast() throws Exception {
            published("first");
            run(false);
            String last = run(false).record().id();

            assertThat(text(last)).contains("nothing new");
            try (var files = Files.list(dir.resolve("data/runs"))) {
                assertThat(files.filter(Files::isDirectory)).hasSize(2);
            }
        }
    }

    @Nested
    class OfHostileDeliveries {
        @Test
        void namesAndCellsAreShownAsTheTextTheyAre() throws Exception {
            Rejection refused = new Rejection(
                    "2020/<script>alert(1)</script>.csv",
                    7,
                    Optional.of("\"><img src=x onerror=alert(1)>"),
                    Optional.of("=cmd|' /C calc'!A0 {{report}} {{{report}}} &amp; </td>"),
                    Rule.AREA_UNKNOWN,
                    "There is no area '<b>'.");

            write("hostile", List.of(refused));

            Document page = page("hostile");
            assertThat(page.getElementsByTagName("script").getLength()).isZero();
            assertThat(page.getElementsByTagName("img").getLength()).isZero();
            assertThat(page.getDocumentElement().getTextContent())
                    .contains("2020/<script>alert(1)</script>.csv")
                    .contains("\"><img src=x onerror=alert(1)>")
                    .contains("=cmd|' /C calc'!A0 {{report}} {{{report}}} &amp; </td>")
                    .contains(Rule.AREA_UNKNOWN.advice());
        }

        @Test
        void whatIsLeftOutIsCounted() throws Exception {
            Rejection one = new Rejection(
                    "2020/claims.csv", 7, Optional.empty(), Optional.empty(), Rule.AREA_UNKNOWN, "No area.");

            write("many", Collections.nCopies(1500, one));

            assertThat(json("many").at("/refused/rows")).hasSize(1000);
            assertThat(json("many").at("/refused/leftOut").asInt()).isEqualTo(500);
            assertThat(text("many")).contains("500 more are left out");
        }

        private void write(String run, List<Rejection> rejections) {
            RunOutcome outcome = new RunOutcome(
                    RunRecord.started(run, "test", Optional.empty()).failed("Refused."),
                    rejections,
                    List.of(),
                    Optional.empty());
            new Reports(records(), silent(), Set.of()).write(outcome);
        }
    }

    private String published(String word, String... changes) throws IOException {
        TinyLoading.deliver(dir.resolve("extracts"), word);
        return run(false, changes).record().id();
    }

    private RunOutcome run(boolean dryRun, String... changes) throws IOException {
        Path extracts = dir.resolve("extracts");
        RunOptions options = new RunOptions(
                dir.resolve("data"), extracts, Set.<Guard>of(), false, dryRun, Duration.ZERO, Optional.empty(), "test");
        return new EtlRun(options, silent(), new TinyLoading(extracts, changes)).run();
    }

    private static Progress silent() {
        return new Progress(new PrintStream(PrintStream.nullOutputStream(), true, StandardCharsets.UTF_8), true, 9);
    }

    private RunRecords records() {
        return new RunRecords(dir.resolve("data"));
    }

    private JsonNode json(String run) throws IOException {
        return Json.tree(Files.readString(dir.resolve("data/runs").resolve(run).resolve("report.json")));
    }

    private String text(String run) throws Exception {
        return page(run).getDocumentElement().getTextContent();
    }

    /** Well formed, or it is not read. */
    private Document page(String run) throws Exception {
        byte[] page = Files.readAllBytes(dir.resolve("data/runs").resolve(run).resolve("report.html"));
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(page));
    }
}
