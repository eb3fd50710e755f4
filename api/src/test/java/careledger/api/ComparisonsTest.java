package careledger.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What is worked out beside figures. Children in care on 31 March: 466, 501, 556, 583, 654 from 2016 to 2020. */
class ComparisonsTest {
    @Test
    void indexStartsAtTheFirstComparableFigure() throws Exception {
        JsonNode rows = computed("cic_count", "INDEX").path("rows");

        assertThat(rows.findValuesAsText("valueText")).containsExactly("100", "107.5", "119.3", "125.1", "140.3");
        assertThat(rows.at("/4/unit").asText()).isEqualTo("index, 31 March 2016 = 100");
        assertThat(rows.at("/4/claims").toString()).isEqualTo("[\"dfe/cic-2016\",\"dfe/cic-2020\"]");
        assertThat(rows.at("/4/rule").asText()).startsWith("Worked out, not published: 654 as a percentage of 466");
    }

    @Test
    void meanOfThreeYearsNeedsAllThree() throws Exception {
        JsonNode rows = computed("cic_count", "THREE_YEAR_MEAN").path("rows");

        assertThat(rows.findValuesAsText("valueText")).containsExactly("507.7", "546.7", "597.7");
    }

    @Test
    void longestRunIsInWords() throws Exception {
        JsonNode rows = computed("cic_count", "LONGEST_RISE").path("rows");

        assertThat(rows.findValuesAsText("valueText"))
                .containsExactly("4 years in a row higher, from 31 March 2016 (466) to 31 March 2020 (654)");
        assertThat(rows.at("/0/value").asInt()).isEqualTo(4);
    }

    @Test
    void countsOfPlacesOfDifferentSizeHaveNoGap() throws Exception {
        JsonNode computed = computed("cic_count", "GAP_TO_COUNTRY");

        assertThat(computed.path("rows")).isEmpty();
        assertThat(computed.at("/notes/0").asText())
                .isEqualTo("No gap is given: such a figure grows with the size of the area.");
    }

    @Test
    void partIsAShareOfTheTotalOfItsDocument() throws Exception {
        JsonNode rows = trend(
                        "indicator: \"cic_count\", by: [\"sex\"]",
                        "computed(kinds: [SHARE]) { rows { breakdown" + " valueText unit otherText claims } }")
                .at("/computed/rows");

        assertThat(rows.findValuesAsText("valueText")).containsExactlyInAnyOrder("53.5%", "46.5%");
        assertThat(rows.at("/0/otherText").asText()).isEqualTo("654");
        assertThat(rows.at("/0/claims").toString()).contains("dfe/cic-2020\"");
    }

    @Test
    void pageThatComparesAreasHasTheTables() throws Exception {
        assertThat(TestService.shared().get("/indicators/cic_count/compare").body())
                .contains("Worked out from these figures", "140.3", "What every document says, year by year");
    }

    @Test
    void yearShowsTheValuesOfAllDocuments() throws Exception {
        JsonNode years = trend(
                        "indicator: \"cic_count\"",
                        "years { period { id } agree documents difference" + " shown { claim } values { claim } }")
                .path("years");

        JsonNode last = years.get(years.size() - 1);
        assertThat(last.at("/period/id").asText()).isEqualTo("2020-03-31");
        assertThat(last.path("values").findValuesAsText("claim")).containsExactly("dfe/cic-2020", "annual/cic-2020");
        assertThat(last.path("agree").asBoolean()).isFalse();
        assertThat(last.path("documents").asInt()).isEqualTo(2);
        assertThat(last.at("/shown/claim").asText()).isEqualTo("dfe/cic-2020");
        assertThat(last.path("difference").asDouble()).isEqualTo(71);
    }

    @Nested
    class SeveralIndicators {
        @Test
        void eachUnitHasAnAxis() throws Exception {
            JsonNode trends = TestService.shared()
                    .query(
                            "{ trends(indicators: [\"cic_count\", \"placements_3plus_pct\"]) { trends { indicator { id } }"
                                    + " axes { unit indicators } notes } }")
                    .at("/data/trends");

            assertThat(trends.path("trends").findValuesAsText("id"))
                    .containsExactly("cic_count", "placements_3plus_pct");
            assertThat(trends.path("axes").findValuesAsText("unit")).containsExactly("COUNT", "PERCENT");
            assertThat(trends.path("notes").toString()).contains("2 units");
        }

        @Test
        void noneIsRefused() throws Exception {
            assertThat(TestService.shared()
                            .query("{ trends(indicators: []) { dataVersion } }")
                            .at("/errors/0/message")
                            .asText())
                    .contains("0 indicators are named");
        }
    }

    @Nested
    class Ranks {
        /** No other authority has a figure in the sample, so nobody is ranked. */
        @Test
        void nobodyIsRankedAlone() throws Exception {
            JsonNode data = TestService.shared()
                    .query(
                            "{ observations(filter: {indicators: [\"placements_3plus_pct\"]}) { rows { claim } standings {"
                                    + " rank } } scorecard { standings(group: NEIGHBOURS) { rank } } slice(filter: {indicators:"
                                    + " [\"placements_3plus_pct\"], areas: [\"E10000018\"]}, cell: RANK) { rows { texts } } }")
                    .path("data");

            assertThat(data.at("/observations/rows")).isNotEmpty();
            assertThat(data.at("/observations/standings")).isEmpty();
            assertThat(data.at("/scorecard/standings")).isEmpty();
            assertThat(data.at("/slice/rows/0/texts").toString()).isEqualTo("[\"\",\"\"]");
        }
    }

    private static JsonNode computed(String indicator, String kind) throws Exception {
        return trend(
                        "indicator: \"" + indicator + "\"",
                        "computed(kinds: [" + kind + "]) { rows { kind value valueText unit rule claims } notes }")
                .path("computed");
    }

    private static JsonNode trend(String arguments, String fields) throws Exception {
        JsonNode answer = TestService.shared().query("{ trend(" + arguments + ") { " + fields + " } }");
        assertThat(answer.path("errors").isMissingNode()).as(answer.toString()).isTrue();
        return answer.at("/data/trend");
    }
}
