package careledger.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class SliceTest {
    private static final String TABLE =
            " { columns { key labels } rows { labels cells texts } warnings { code message } dataVersion } }";
    private static final String FILTER = "filter: {indicators: [\"placements_3plus_pct\", \"cic_count\"],"
            + " areas: [\"E10000018\"], from: \"2015-04-01\"}";

    @Test
    void reportingYearsAcrossGiveATableToPaste() throws Exception {
        JsonNode slice = slice(FILTER + ", rows: [INDICATOR], columns: [REPORTING_YEAR]");

        assertThat(slice.path("columns").findValues("labels").toString())
                .isEqualTo("[[\"2015-16\"], [\"2016-17\"], [\"2017-18\"], [\"2018-19\"], [\"2019-20\"]]");
        assertThat(row(slice, "Children in care").path("texts").toString())
                .isEqualTo("[\"466\",\"501\",\"556\",\"583\",\"654\"]");
        assertThat(row(slice, "Children in care with 3 or more placements in the year")
                        .path("cells")
                        .toString())
                .isEqualTo("[null,null,null,9.5,8.0]");
    }

    @Test
    void blanksAreBlankAndPartsOfAYearCarryTheirPeriod() throws Exception {
        JsonNode slice = slice(FILTER + ", rows: [INDICATOR], columns: [REPORTING_YEAR]");

        assertThat(row(slice, "Children in care with 3 or more placements in the year")
                        .path("texts")
                        .toString())
                .isEqualTo("[\"\",\"\",\"\",\"9.5%\",\"8% (30 June 2019)\"]");
    }

    @Test
    void choiceWithinAYearIsSaid() throws Exception {
        JsonNode slice = slice(FILTER + ", rows: [INDICATOR], columns: [REPORTING_YEAR]");

        assertThat(slice.path("warnings").toString())
                .contains("CHOSEN_IN_YEAR")
                .contains("1 cell had several figures")
                .contains("Children in care in 2019-20 (31 March 2020 of 2)");
    }

    @Test
    void areasAreInTheOrderPeopleExpect() throws Exception {
        JsonNode slice = slice("filter: {indicators: [\"cic_count\"], periods: [\"2020-03-31\"]},"
                + " rows: [AREA], columns: [INDICATOR]");

        assertThat(slice.path("rows").findValues("labels").toString())
                .isEqualTo("[[\"Leicestershire\"], [\"Rutland\"], [\"East Midlands\"], [\"England\"]]");
        assertThat(slice.path("rows").path(1).path("texts").path(0).asText()).isEqualTo("[c]");
        assertThat(slice.path("rows").path(1).path("cells").path(0).isNull()).isTrue();
    }

    @Test
    void figuresOfDifferentThingsInOneCellNameTheAxisToAdd() throws Exception {
        JsonNode error = TestService.shared()
                .error(
                        "{ slice(filter: {indicators: [\"cic_count\"], periods: [\"2020-03-31\"], areas: [\"E10000018\"],"
                                + " breakdowns: ALL}, rows: [AREA], columns: [PERIOD])" + TABLE);

        assertThat(error.at("/extensions/code").asText()).isEqualTo("BAD_INPUT");
        assertThat(error.at("/extensions/hint").asText()).contains("Add BREAKDOWN");
    }

    @Test
    void sourcesApartShowWhoSaysWhat() throws Exception {
        JsonNode slice =
                slice("filter: {indicators: [\"cic_count\"], periods: [\"2020-03-31\"], areas: [\"E10000018\"],"
                        + " headlineOnly: false}, rows: [SOURCE], columns: [PERIOD]");

        assertThat(slice.path("rows").toString())
                .contains("Annual Report")
                .contains("657")
                .contains("654");
    }

    @Test
    void wordsStandInTextsWhereACellIsNoNumber() throws Exception {
        String filter =
                "filter: {indicators: [\"placements_3plus_pct\"], periods: [\"2019-06-30\"]}, rows: [INDICATOR],"
                        + " columns: [PERIOD], cell: ";

        assertThat(slice(filter + "RAG").path("rows").path(0).path("cells").toString())
                .isEqualTo("[null]");
        assertThat(slice(filter + "RAG").path("rows").path(0).path("texts").toString())
                .isEqualTo("[\"Green\"]");
        assertThat(slice(filter + "QUARTILE").path("rows").path(0).path("cells").toString())
                .isEqualTo("[1.0]");
        assertThat(slice(filter + "DENOMINATOR")
                        .path("rows")
                        .path(0)
                        .path("texts")
                        .toString())
                .isEqualTo("[\"600\"]");
    }

    @Test
    void asOfGivesTheTableOfThatDay() throws Exception {
        JsonNode slice =
                slice("filter: {indicators: [\"cic_count\"], periods: [\"2020-03-31\"]}, asOf: \"2020-12-31\"");

        assertThat(slice.path("rows").path(0).path("texts").toString()).isEqualTo("[\"657\"]");
    }

    @Test
    void axisNamedTwiceIsRefused() throws Exception {
        JsonNode error = TestService.shared().error("{ slice(rows: [AREA], columns: [AREA])" + TABLE);

        assertThat(error.at("/extensions/argument").toString()).isEqualTo("[\"slice\",\"columns\",0]");
    }

    private static JsonNode slice(String arguments) throws Exception {
        return TestService.shared().data("{ slice(" + arguments + ")" + TABLE);
    }

    private static JsonNode row(JsonNode slice, String label) {
        for (JsonNode row : slice.path("rows")) {
            if (row.path("labels").path(0).asText().equals(label)) {
                return row;
            }
        }
        throw new AssertionError("no row " + label + " in " + slice.path("rows"));
    }
}
