package careledger.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class TrendTest {
    private static final String ANSWER = " { headline lines { area { id } breakdown segments { id points { period"
            + " valueText } } change { from { id } to { id } absolute percent direction rule } changeFromMean { from { id"
            + " } absolute direction } } targets { period { id } valueText measure verdict figure { valueText } rule }"
            + " breaks { reason } comparators { model } printedAverages { valueText } related { indicator { id } lines {"
            + " segments { id } } } notes dataVersion } }";

    @Test
    void headlineIsASentenceFromTheFigures() throws Exception {
        JsonNode trend = trend("indicator: \"cic_count\"");

        assertThat(trend.path("headline").asText())
                .isEqualTo("In Leicestershire, the number of children in care was 654 on 31 March 2020, 71 more (12.2%)"
                        + " than on 31 March 2019 (583). It has been rising since 31 March 2016 (466). It is 188"
                        + " more (40.3%) than on 31 March 2016 (466), the first comparable figure.");
    }

    @Test
    void changeIsAgainstTheSameTimeOfYearAndNamesItsRule() throws Exception {
        JsonNode change = trend("indicator: \"cic_count\"").at("/lines/0/change");

        assertThat(change.at("/from/id").asText()).isEqualTo("2019-03-31");
        assertThat(change.path("absolute").asDouble()).isEqualTo(71);
        assertThat(change.path("direction").asText()).isEqualTo("HIGHER");
        assertThat(change.path("rule").asText()).contains("steady/COUNT", "no better direction", "mean of the three");
    }

    @Test
    void sourcesThatDisagreeAreNoted() throws Exception {
        JsonNode trend = trend("indicator: \"cic_count\"");

        assertThat(trend.path("notes").toString()).contains("Sources disagree for 31 March 2020: 654", "657");
        assertThat(trend.path("notes").toString()).contains("The figure for 31 March 2018");
    }

    @Test
    void percentagesChangeByPercentagePointsAndHaveNoPercent() throws Exception {
        JsonNode trend = trend("indicator: \"placements_3plus_pct\"");

        assertThat(trend.at("/lines/0/change/percent").isNull()).isTrue();
        assertThat(trend.at("/lines/0/change/rule").asText()).contains("1.5 percentage points lower");
        assertThat(trend.at("/lines/0/change/direction").asText()).isEqualTo("BETTER");
        assertThat(trend.at("/targets/0/valueText").asText()).isEqualTo("9%");
        assertThat(trend.at("/targets").size()).isEqualTo(1);
    }

    @Test
    void levelOfThreeFiguresBeforeIsAChangeOfItsOwn() throws Exception {
        JsonNode change = trend("indicator: \"cic_count\"").at("/lines/0/changeFromMean");

        assertThat(change.at("/from/id").asText()).isEqualTo("2017-03-31");
        assertThat(change.path("absolute").asDouble()).isEqualTo(107.333333);
        assertThat(change.path("direction").asText()).isEqualTo("HIGHER");
    }

    @Test
    void targetIsHeldAgainstTheFigureOfItsPeriod() throws Exception {
        JsonNode target = trend("indicator: \"placements_3plus_pct\"").at("/targets/0");

        assertThat(target.path("verdict").asText()).isEqualTo("MET");
        assertThat(target.at("/figure/valueText").asText()).isEqualTo("8%");
        assertThat(target.path("rule").asText()).startsWith("Met: 8% for 30 June 2019");
    }

    @Test
    void asOfTellsWhatWasKnown() throws Exception {
        JsonNode trend = trend("indicator: \"cic_count\", asOf: \"2020-12-31\"");

        assertThat(trend.path("headline").asText()).contains("657 on 31 March 2020");
        assertThat(trend.path("notes").toString()).doesNotContain("654");
    }

    @Test
    void areaWithoutFiguresSaysWhereThereAreSome() throws Exception {
        JsonNode trend = trend("indicator: \"cic_rate_per_10k\", areas: [\"E06000017\"]");

        assertThat(trend.path("headline").asText())
                .contains("In Rutland", "this service holds no figure", "elsewhere: for England");
        assertThat(trend.path("lines").size()).isZero();
    }

    @Test
    void symbolInsteadOfAFigureIsSaidInWords() throws Exception {
        JsonNode trend = trend("indicator: \"cic_count\", areas: [\"E06000017\"]");

        assertThat(trend.path("headline").asText()).contains("has no published figure", "suppressed");
        assertThat(trend.at("/lines/0/change/direction").asText()).isEqualTo("NO_DATA");
    }

    @Test
    void whatCannotBeAskedIsSaidAllAtOnce() throws Exception {
        JsonNode response = TestService.shared()
                .query("{ trend(indicator: \"cic_cuont\", areas: [\"E1000018\"], from: \"2020-01-01\", to:"
                        + " \"2019-01-01\")"
                        + ANSWER);

        assertThat(response.path("errors").findValuesAsText("message"))
                .hasSize(3)
                .anyMatch(message -> message.contains("'cic_count'"))
                .anyMatch(message -> message.contains("'E10000018'"))
                .anyMatch(message -> message.contains("after 'to'"));
    }

    private static JsonNode trend(String arguments) throws Exception {
        return TestService.shared().data("{ trend(" + arguments + ")" + ANSWER);
    }
}
