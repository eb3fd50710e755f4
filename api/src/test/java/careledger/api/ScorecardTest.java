package careledger.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScorecardTest {
    private static final String FIGURE = " { value valueText period segment source }";
    private static final String CARD = " { id area { id } period { id } notes counts { reported quartiles }"
            + " printedCounts { reported } sections { title rows { label breakdown indicator { id } againstTarget"
            + " ragRule quartile latest" + FIGURE + " previous" + FIGURE + " target" + FIGURE + " england" + FIGURE
            + " neighboursRule againstNeighbours againstEngland history { period }"
            + " recent" + FIGURE + " change { direction rule absolute percent from { id } to { id } } } } } }";

    @Test
    void newestYearWithFiguresIsShownByItself() throws Exception {
        JsonNode card = TestService.shared().data("{ scorecard" + CARD);

        assertThat(card.path("period").path("id").asText()).isEqualTo("FY2019-20");
        JsonNode row = row(card, "cic_count");
        assertThat(row.at("/latest/value").asInt()).isEqualTo(654);
        assertThat(row.at("/previous/value").asInt()).isEqualTo(583);
        assertThat(row.at("/england/value").asInt()).isEqualTo(80000);
        assertThat(row.at("/change/direction").asText()).isEqualTo("HIGHER");
        assertThat(row.at("/change/absolute").asDouble()).isEqualTo(71);
        assertThat(row.path("recent")).hasSize(5);
        assertThat(row.path("againstTarget").asText()).startsWith("no target");
    }

    @Test
    void yearIsNamedByItselfOrByItsLastDay() throws Exception {
        JsonNode byYear = TestService.shared().data("{ scorecard(period: \"FY2018-19\")" + CARD);
        for (String written : List.of("2018-19", "2018/19")) {
            assertThat(TestService.shared().data("{ scorecard(period: \"" + written + "\")" + CARD))
                    .isEqualTo(byYear);
        }
        JsonNode byDay = TestService.shared().data("{ scorecard(period: \"2019-03-31\")" + CARD);

        assertThat(byDay).isEqualTo(byYear);
        assertThat(row(byYear, "placements_3plus_pct").at("/latest/value").asDouble())
                .isEqualTo(9.5);
    }

    @Test
    void rowWithoutFigureSaysSo() throws Exception {
        JsonNode row = row(TestService.shared().data("{ scorecard" + CARD), "dental_check_pct");

        assertThat(row.path("latest").isNull()).isTrue();
        assertThat(row.at("/change/direction").asText()).isEqualTo("NO_DATA");
        assertThat(row.at("/change/rule").asText()).isEqualTo("No figure is known for 2019-20.");
    }

    @Test
    void comparisonsSayWhyThereIsNone() throws Exception {
        JsonNode card = TestService.shared().data("{ scorecard" + CARD);

        JsonNode count = row(card, "cic_count");
        assertThat(count.path("againstEngland").asText())
                .startsWith("not compared: 654 against 80,000, England: such a figure grows with the number");
        assertThat(count.path("neighboursRule").asText())
                .isEqualTo("No model of statistical neighbours is loaded for Leicestershire.");
        assertThat(count.path("againstNeighbours").asText()).startsWith("not compared: there is no figure of the");
        assertThat(row(card, "dental_check_pct").path("againstEngland").asText())
                .isEqualTo("not compared: there is no figure of this row");
    }

    @Test
    void historyGoesAsFarBackAsTheComparableFigures() throws Exception {
        JsonNode row = row(TestService.shared().data("{ scorecard" + CARD), "cic_count");

        assertThat(row.path("history").findValuesAsText("period"))
                .containsExactly("2016-03-31", "2017-03-31", "2018-03-31", "2019-03-31", "2020-03-31");
    }

    @Test
    void asOfShowsWhatHadBeenPublished() throws Exception {
        JsonNode card = TestService.shared().data("{ scorecard(asOf: \"2020-12-31\")" + CARD);

        assertThat(row(card, "cic_count").at("/latest/value").asInt()).isEqualTo(657);
    }

    @Test
    void unknownCardNamesTheNearest() throws Exception {
        JsonNode error = TestService.shared().error("{ scorecard(id: \"corporate-parenting\")" + CARD);

        assertThat(error.at("/extensions/code").asText()).isEqualTo("UNKNOWN_ID");
        assertThat(error.at("/extensions/nearest/0").asText()).isEqualTo("corporate-parenting-board");
    }

    @Test
    void unknownAreaNamesTheNearest() throws Exception {
        JsonNode error = TestService.shared().error("{ scorecard(area: \"E1000001\")" + CARD);

        assertThat(error.at("/extensions/code").asText()).isEqualTo("UNKNOWN_ID");
        assertThat(error.at("/extensions/nearest").toString()).contains("E1000001");
    }

    @Test
    void yearWithoutFiguresNamesTheNearest() throws Exception {
        JsonNode error = TestService.shared().error("{ scorecard(period: \"FY2024-25\")" + CARD);

        assertThat(error.at("/extensions/code").asText()).isEqualTo("UNKNOWN_ID");
        assertThat(error.at("/extensions/argument").toString()).isEqualTo("[\"scorecard\",\"period\"]");
        assertThat(error.at("/extensions/nearest/0").asText()).isEqualTo("FY2019-20");
    }

    @Test
    void periodOutsideTheGrammarIsRefused() throws Exception {
        JsonNode error = TestService.shared().error("{ scorecard(period: \"last year\")" + CARD);

        assertThat(error.at("/extensions/code").asText()).isEqualTo("BAD_INPUT");
    }

    @Test
    void dashboardKeepsItsSectionsAndRowsInOrder() throws Exception {
        JsonNode card = TestService.shared().data("{ scorecard(id: \"quarterly-performance\")" + CARD);

        assertThat(card.path("sections").findValuesAsText("title"))
                .hasSize(7)
                .startsWith("Children at most risk are protected from harm and kept safe");
        assertThat(card.path("sections").findValues("label")).hasSize(42);
        assertThat(card.at("/sections/0/rows/0/label").asText())
                .isEqualTo("% child protection cases which were reviewed within timescales.");
    }

    @Test
    void cardsListTheirPeriods() throws Exception {
        JsonNode cards = TestService.shared().data("{ scorecards { id audience periods { id } } }");

        assertThat(cards.findValuesAsText("audience")).hasSize(2);
        assertThat(cards.path(0).path("periods").findValuesAsText("id"))
                .containsExactly("FY2015-16", "FY2016-17", "FY2017-18", "FY2018-19", "FY2019-20");
    }

    private static JsonNode row(JsonNode card, String indicator) {
        List<JsonNode> rows = new ArrayList<>();
        card.path("sections").forEach(section -> section.path("rows").forEach(rows::add));
        return rows.stream()
                .filter(row -> row.at("/indicator/id").asText().equals(indicator))
                .findFirst()
                .orElseThrow();
    }
}
