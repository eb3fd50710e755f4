package careledger.api;

import static org.assertj.core.api.Assertions.assertThat;

import careledger.release.TemporaryFolders;
import careledger.release.TinyRelease;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RevisionsTest {
    private static final String FIELDS =
            "{ totalCount sameFigure hasNextPage endCursor rows { difference rule before { id value } after { id value"
                    + " } } }";

    @Test
    void headlineThatChangedIsShownBeforeAndAfter() throws Exception {
        JsonNode revisions = TestService.shared().data("{ revisions(indicator: \"cic_count\") " + FIELDS + " }");

        assertThat(told(revisions))
                .containsExactly("465.0 -> 466.0: 1.0", "582.0 -> 583.0: 1.0", "657.0 -> 654.0: -3.0");
        assertThat(revisions.path("totalCount").asInt()).isEqualTo(3);
    }

    @Test
    void theLaterFigureIsTodaysHeadlineAndTheEarlierOneWas() throws Exception {
        JsonNode rows = TestService.shared()
                .data("{ revisions(indicator: \"cic_count\") { rows { before { headline sourceTitle } after {"
                        + " headline } } } }")
                .path("rows");

        assertThat(rows).hasSize(3);
        rows.forEach(row -> assertThat(row.at("/before/headline").asBoolean()).isFalse());
        assertThat(rows.path(2).at("/before/sourceTitle").asText()).isEqualTo("Annual Report 2019-2020");
    }

    @Test
    void figureThatWasOnlyRoundedIsNoRevision() throws Exception {
        JsonNode revisions = TestService.shared().data("{ revisions(indicator: \"cic_rate_per_10k\") " + FIELDS + " }");

        assertThat(revisions.path("rows")).isEmpty();
        assertThat(revisions.path("totalCount").asInt()).isZero();
        assertThat(revisions.path("endCursor").isNull()).isTrue();
    }

    @Test
    void coarserPrintOfTheSameFigureIsCountedApart() throws Exception {
        JsonNode rates = TestService.shared().data("{ revisions(indicator: \"cic_rate_per_10k\") " + FIELDS + " }");
        JsonNode counts = TestService.shared().data("{ revisions(indicator: \"cic_count\") " + FIELDS + " }");

        assertThat(rates.path("sameFigure").asInt()).isEqualTo(1);
        assertThat(counts.path("sameFigure").asInt()).isZero();
        assertThat(counts.at("/rows/0/rule").asText())
                .isEqualTo("Both are printed with no decimals, so rounding does not explain the difference.");
    }

    @Test
    void unknownIndicatorNamesTheNearest() throws Exception {
        JsonNode error = TestService.shared().error("{ revisions(indicator: \"cic_cuont\") { totalCount } }");

        assertThat(error.at("/extensions/code").asText()).isEqualTo("UNKNOWN_ID");
        assertThat(error.at("/extensions/argument").toString()).isEqualTo("[\"revisions\",\"indicator\"]");
        assertThat(error.at("/extensions/nearest").path(0).asText()).isEqualTo("cic_count");
    }

    @Test
    void pagesGoThroughEachRevisionOnce() throws Exception {
        List<String> walked = new ArrayList<>();
        String after = "";
        JsonNode page;
        do {
            page = TestService.shared().data("{ revisions(first: 1" + after + ") " + FIELDS + " }");
            walked.addAll(told(page));
            after = ", after: \"" + page.path("endCursor").asText() + "\"";
        } while (page.path("hasNextPage").asBoolean());

        assertThat(walked).isEqualTo(told(TestService.shared().data("{ revisions " + FIELDS + " }")));
    }

    @Test
    void cursorOfAnotherQuestionIsRefused() throws Exception {
        String cursor = TestService.shared()
                .data("{ revisions(first: 1) { endCursor } }")
                .path("endCursor")
                .asText();

        JsonNode error = TestService.shared()
                .error("{ revisions(since: \"2020-01-01\", after: \"" + cursor + "\") { totalCount } }");

        assertThat(error.at("/extensions/code").asText()).isEqualTo("BAD_INPUT");
    }

    /** On 1 June 2025 a third document says 584 of 2019, and counts the dental checks of 2018 in another way. */
    @Nested
    class WithALaterDocument {
        @Test
        void newestRevisionComesFirst() throws Exception {
            assertThat(query("")).containsExactly("583.0 -> 584.0: 1.0", "582.0 -> 583.0: 1.0", "657.0 -> 654.0: -3.0");
        }

        @Test
        void sinceIsTheFirstDayOfTheLaterFigure() throws Exception {
            assertThat(query("(since: \"2025-06-01\")")).containsExactly("583.0 -> 584.0: 1.0");
            assertThat(query("(since: \"2025-06-02\")")).isEmpty();
        }

        @Test
        void figureOfAnotherDefinitionIsNoRevision() throws Exception {
            assertThat(query("(indicator: \"dental_checks_pct\")")).isEmpty();
        }

        private List<String> query(String arguments) throws Exception {
            Path data = TemporaryFolders.create();
            try (TinyRelease tiny = TinyRelease.prepare()) {
                tiny.change("UPDATE fact_observation SET headline_to = '2025-06-01' WHERE claim_id IN ('dfe/1',"
                                + " 'ar/7')")
                        .change(later("dfe/1", "later/1", "584 AS value"))
                        .change(later("ar/7", "later/2", "60 AS value, 'dental_checks_pct/care_12m' AS definition_id"))
                        .change("UPDATE dim_extract SET claims = claims + 1")
                        .publish(data, "one");
            }
            try (TestService service = new TestService(data)) {
                return told(service.data("{ revisions" + arguments + " " + FIELDS + " }"));
            }
        }

        private String later(String claim, String id, String changed) {
            return "INSERT INTO fact_observation SELECT * REPLACE ('" + id + "' AS claim_id, " + changed
                    + ", DATE '2025-06-01' AS headline_from, NULL AS headline_to) FROM fact_observation"
                    + " WHERE claim_id = '" + claim + "'";
        }
    }

    private static List<String> told(JsonNode revisions) {
        List<String> told = new ArrayList<>();
        for (JsonNode row : revisions.path("rows")) {
            told.add(row.at("/before/value").asText() + " -> "
                    + row.at("/after/value").asText() + ": "
                    + row.path("difference").asText());
        }
        return told;
    }
}
