package careledger.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class CatalogueTest {
    @Test
    void definitionsNameTheirSourcesAndThePolarityItsReason() throws Exception {
        JsonNode indicator = TestService.shared()
                .data("{ indicator(id: \"dental_check_pct\") { polarityReason"
                        + " definitions { id primary breakReason sources { source wording } } } }");

        assertThat(indicator.path("polarityReason").asText())
                .isEqualTo("Regular dental checks are part of good health care.");
        JsonNode definitions = indicator.path("definitions");
        assertThat(definitions.findValuesAsText("primary")).containsExactly("false", "true", "false");
        assertThat(definitions.at("/0/sources/0/source").asText()).isEqualTo("cyp-executive-2008-10");
        assertThat(definitions.at("/0/sources/0/wording").asText())
                .isEqualTo("Proportion of children in care having had dental checks");
    }

    @Test
    void aboutCountsClaimsAndWhatHasThem() throws Exception {
        JsonNode about =
                data("{ about { dataVersion observationCount indicatorCount indicatorsWithFiguresCount sourceCount"
                        + " focusArea { name } lastPeriodEnd release { id current run observations tables { name rows"
                        + " files bytes } } } }");

        assertThat(about.path("observationCount").asInt()).isEqualTo(84);
        assertThat(about.path("indicatorsWithFiguresCount").asInt()).isEqualTo(4);
        assertThat(about.path("indicatorCount").asInt())
                .isEqualTo(
                        data("{ indicators { totalCount } }").path("totalCount").asInt());
        assertThat(about.path("sourceCount").asInt()).isEqualTo(5);
        assertThat(about.path("focusArea").path("name").asText()).isEqualTo("Leicestershire");
        assertThat(about.path("lastPeriodEnd").asText()).isEqualTo("2020-03-31");
        assertThat(about.path("release").path("observations").asInt()).isEqualTo(84);
    }

    @Test
    void areasWithoutFiguresAreMarked() throws Exception {
        JsonNode areas = data("{ areas { id observations } }");

        assertThat(areas)
                .filteredOn(area -> area.path("id").asText().equals("E10000018"))
                .singleElement()
                .satisfies(area -> assertThat(area.path("observations").asInt()).isPositive());
        assertThat(areas)
                .anySatisfy(
                        area -> assertThat(area.path("observations").asInt()).isZero());
    }

    @Test
    void indicatorSaysWhereAndSinceWhenThereAreFigures() throws Exception {
        JsonNode indicator = data("{ indicator(id: \"placements_3plus_pct\") { unit topic { id } availability"
                + " { area { id parent { name } } periodKind first { id } last { id } observations } } }");

        assertThat(indicator.path("availability").toString())
                .isEqualTo("[{\"area\":{\"id\":\"E10000018\",\"parent\":{\"name\":\"East Midlands\"}},"
                        + "\"periodKind\":\"SNAPSHOT\",\"first\":{\"id\":\"2019-03-31\"},"
                        + "\"last\":{\"id\":\"2019-06-30\"},\"observations\":3}]");
    }

    @Test
    void searchPagesByCursor() throws Exception {
        JsonNode first =
                data("{ indicators(search: \"LAC\", first: 2) { rows { id } totalCount hasNextPage endCursor } }");
        JsonNode second = data("{ indicators(search: \"LAC\", first: 2, after: \""
                + first.path("endCursor").asText() + "\") { rows { id } } }");

        assertThat(first.path("rows").path(0).path("id").asText()).isEqualTo("cic_count");
        assertThat(first.path("hasNextPage").asBoolean()).isTrue();
        assertThat(second.path("rows").findValuesAsText("id"))
                .hasSize(2)
                .doesNotContainAnyElementsOf(first.path("rows").findValuesAsText("id"));
    }

    @Test
    void definitionsAreOldestFirstWithTheReasonOfABreak() throws Exception {
        JsonNode definitions = data("{ indicator(id: \"cic_12m_count\") { definitions { id comparableWithPrevious"
                        + " breakReason } } }")
                .path("definitions");

        assertThat(definitions.findValuesAsText("id"))
                .containsExactly("cic_12m_count/oc2_30_september", "cic_12m_count/on_31_march");
        assertThat(definitions.path(1).path("comparableWithPrevious").asBoolean())
                .isFalse();
        assertThat(definitions.path(1).path("breakReason").asText()).contains("30 September");
    }

    @Test
    void periodsAreBoundedByTheirLastDay() throws Exception {
        assertThat(data("{ periods(kind: SNAPSHOT, from: \"2019-03-31\", to: \"2019-06-30\") { id } }")
                        .findValuesAsText("id"))
                .containsExactly("2019-03-31", "2019-06-30");
    }

    @Test
    void sourcesNameTheirFiles() throws Exception {
        JsonNode source =
                data("{ sources { rows { id observations extracts { file rows accepted rejected loadedAt } } } }")
                        .path("rows")
                        .path(4);

        assertThat(source.path("id").asText()).isEqualTo("dfe-looked-after-2025");
        assertThat(source.path("extracts").path(0).path("file").asText()).isEqualTo("dfe-looked-after-2025/claims.csv");
        assertThat(source.path("extracts").path(0).path("loadedAt").asText()).endsWith("Z");
    }

    @Test
    void conflictsSayWhoSaysOtherwiseAndWhy() throws Exception {
        JsonNode page = data("{ conflicts(indicator: \"cic_count\", area: \"E10000018\") { totalCount rows { period"
                + " difference rule headline { id value } others { id value } } } }");

        assertThat(page.path("totalCount").asInt()).isEqualTo(3);
        JsonNode newest = page.path("rows").path(2);
        assertThat(newest.path("period").asText()).isEqualTo("2020-03-31");
        assertThat(newest.path("headline").path("value").asDouble()).isEqualTo(654);
        assertThat(newest.path("others").findValuesAsText("value")).containsExactly("657.0");
        assertThat(newest.path("difference").asDouble()).isEqualTo(3);
        assertThat(newest.path("rule").asText()).isEqualTo("The latest publication is shown.");
    }

    @Test
    void differenceIsExactInDecimal() throws Exception {
        JsonNode rows = data("{ conflicts(indicator: \"cic_rate_per_10k\") { rows { difference } } }")
                .path("rows");

        assertThat(rows.findValuesAsText("difference")).containsExactly("0.1");
    }

    @Test
    void aTieIsCalledUndecidedAndNotExplainedByAnId() throws Exception {
        JsonNode tie = data("{ conflicts(indicator: \"cic_rate_per_10k\") { rows { rule undecided oneDocument } } }")
                .at("/rows/0");
        JsonNode decided = data("{ conflicts(indicator: \"cic_count\") { rows { rule undecided oneDocument } } }")
                .at("/rows/0");

        assertThat(tie.path("undecided").asBoolean()).isTrue();
        assertThat(tie.path("oneDocument").asBoolean()).isTrue();
        assertThat(tie.path("rule").asText())
                .startsWith("Nothing that is printed decides between them")
                .doesNotContain("claim id");
        assertThat(decided.path("undecided").asBoolean()).isFalse();
        assertThat(decided.path("oneDocument").asBoolean()).isFalse();
    }

    @Test
    void conflictsPageByCursor() throws Exception {
        String after = "";
        for (int left = 4; left > 0; left--) {
            JsonNode page =
                    data("{ conflicts(first: 1" + after + ") { rows { period } totalCount hasNextPage endCursor } }");

            assertThat(page.path("rows")).hasSize(1);
            assertThat(page.path("totalCount").asInt()).isEqualTo(4);
            assertThat(page.path("hasNextPage").asBoolean()).isEqualTo(left > 1);
            after = ", after: \"" + page.path("endCursor").asText() + "\"";
        }
    }

    @Test
    void rejectionsAreThoseOfTheServedRelease() throws Exception {
        JsonNode rows = data("{ rejections { rows { run file line column rule reason } totalCount } }")
                .path("rows");

        assertThat(rows.toString())
                .isEqualTo(
                        "[{\"run\":\"run-sample\",\"file\":\"annual-report-2019-20/claims.csv\",\"line\":7,\"column\":\"period_end\",\"rule\":\"NO_PERIOD\",\"reason\":\"Give"
                                + " it one. What was found is shown to engineers.\"}]");
    }

    private static JsonNode data(String question) throws Exception {
        return TestService.shared().data(question);
    }
}
