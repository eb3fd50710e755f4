package careledger.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import careledger.api.explorer.Words;
import careledger.api.notice.NoticeFile;
import careledger.release.sample.SampleRelease;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Corrections and reviews are shown wherever their figures are, and a wrong file is refused with its lines. */
class NoticesTest {
    private static final String TEXT = "The number of checks is being counted again.";

    @TempDir
    Path dir;

    @Test
    void isShownOnPagesInFilesAndByTheApi() throws Exception {
        SampleRelease.publishSeries(dir, "series-1");
        Path file = file("""
            notices:
              - kind: UNDER_REVIEW
                indicator: dental_check_pct
                area: Leicestershire
                since: 2026-11-26
                text: %s
            """.formatted(TEXT));

        try (TestService service = new TestService(dir, "--careledger.explorer.notices=" + file)) {
            String notice = "Under review, 26 November 2026: " + TEXT;

            assertThat(service.get("/indicators/dental_check_pct").body()).contains(notice);
            assertThat(service.get("/indicators/dental_check_pct?area=E92000001")
                            .body())
                    .doesNotContain(TEXT);
            assertThat(service.get("/indicators/cic_count").body()).doesNotContain(TEXT);
            assertThat(service.get("/scorecards/corporate-parenting-board").body())
                    .contains(notice, ", under review</small>");
            assertThat(service.get("/indicators/dental_check_pct.csv").body()).contains(",\"" + notice + "\",");
            assertThat(service.get("/indicators/dental_check_pct.json").body())
                    .contains("{\"name\":\"Notice\",\"text\":\"" + notice + "\"}");
            assertThat(service.data("{ notices(indicator: \"dental_check_pct\") { kind area period since text } }"))
                    .hasToString("[{\"kind\":\"UNDER_REVIEW\",\"area\":\"E10000018\",\"period\":null,"
                            + "\"since\":\"2026-11-26\",\"text\":\"" + TEXT + "\"}]");
            assertThat(service.data("{ notices(indicator: \"cic_count\") { text } }"))
                    .isEmpty();
        }
    }

    @Test
    void isShownWhereverAFigureIsListed() throws Exception {
        SampleRelease.publishSeries(dir, "series-1");
        Path file = file("""
            notices:
              - kind: CORRECTION
                indicator: cic_count
                area: Leicestershire
                since: 2026-11-26
                text: %s
            """.formatted(TEXT));

        try (TestService service = new TestService(dir, "--careledger.explorer.notices=" + file)) {
            String notice = "Correction, 26 November 2026: " + TEXT;

            for (String path : List.of("/indicators/cic_count/compare", "/indicators/cic_count/history")) {
                assertThat(service.get(path).body()).as(path).contains(notice, "corrected</small>");
            }
            assertThat(service.get("/topics/population").body()).contains("corrected</small>");
            assertThat(service.data("{ observations(filter: {indicators: [\"cic_count\"]}) { rows { area notice } } }")
                            .get("rows"))
                    .isNotEmpty()
                    .allSatisfy(row -> assertThat(row.get("notice").asText("none"))
                            .isEqualTo(row.get("area").asText().equals("E10000018") ? notice : "none"));
            assertThat(service.get("/api/q/observations.csv?indicators=cic_count&areas=E10000018&columns=area,notice")
                            .body())
                    .startsWith("area,notice\r\n\"E10000018\",\"" + notice + "\"");
        }
    }

    @Test
    void isShownWhereDocumentsDisagree() throws Exception {
        SampleRelease.publish(dir, "sample-1");
        Path file = file("""
            notices:
              - kind: CORRECTION
                indicator: cic_count
                since: 2026-11-26
                text: %s
            """.formatted(TEXT));

        try (TestService service = new TestService(dir, "--careledger.explorer.notices=" + file)) {
            assertThat(service.get("/data/conflicts").body()).contains("corrected</small>");
        }
    }

    @Test
    void isShownOnTheOneFigureThatItNames() throws Exception {
        SampleRelease.publishSeries(dir, "series-1");
        String claim;
        try (TestService service = new TestService(dir)) {
            claim = service.data("{ observations(filter: {indicators: [\"dental_check_pct\"], areas: [\"E10000018\"],"
                            + " latest: 1}) { rows { claim } } }")
                    .at("/rows/0/claim")
                    .asText();
        }
        Path file = file("""
            notices:
              - kind: UNDER_REVIEW
                indicator: dental_check_pct
                area: Leicestershire
                figure: %s
                since: 2026-11-26
                text: %s
            """.formatted(claim, TEXT));

        try (TestService service = new TestService(dir, "--careledger.explorer.notices=" + file)) {
            assertThat(service.data(
                                    "{ observations(filter: {indicators: [\"dental_check_pct\"]}) { rows { claim notice } } }")
                            .get("rows"))
                    .filteredOn(row -> !row.get("notice").isNull())
                    .extracting(row -> row.get("claim").asText())
                    .containsExactly(claim);
            assertThat(service.get(Words.figureLink(claim)).body()).contains(TEXT);
            assertThat(service.get("/indicators/dental_check_pct/history").body())
                    .containsOnlyOnce("under review</small>")
                    .contains(TEXT);
        }
    }

    @Test
    void wrongFileIsRefusedWithEveryLine() throws Exception {
        Path file = file("""
            notices:
              - kind: MISTAKE
                indicator: dental_chek_pct
                area: Kemt
                since: yesterday
                note: nothing
            """);

        assertThatThrownBy(() -> NoticeFile.read(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("notices.yaml:2:")
                .hasMessageContaining("There is no indicator 'dental_chek_pct'")
                .hasMessageContaining("There is no area 'Kemt'")
                .hasMessageContaining("expected a day such as 2026-11-26")
                .hasMessageContaining("'text' is missing")
                .hasMessageContaining("note");
        assertThatThrownBy(() -> NoticeFile.read(dir.resolve("none.yaml"))).hasMessageContaining("cannot be read");
    }

    private Path file(String text) throws Exception {
        return Files.writeString(dir.resolve("notices.yaml"), text);
    }
}
