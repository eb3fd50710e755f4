package careledger.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whatever is called id names one thing with one content, so that a caching client never shows another's figures. */
class NormalisingClientTest {
    private static final String FIGURE = "{ id claim indicator area period breakdown value valueText headline source }";
    static final List<String> QUESTIONS = List.of(
            "{ dimensions { id title members { id key title order } } }",
            "{ observations " + "{ rows " + FIGURE + " } }",
            "{ observations(asOf: \"2010-12-31\") { rows " + FIGURE + " } }",
            "{ observations(asOf: \"2020-12-31\") { rows " + FIGURE + " } }",
            "{ observations(asOf: \"2021-12-31\") { rows " + FIGURE + " } }",
            trend("indicator: \"cic_count\""),
            trend("indicator: \"cic_count\", areas: [\"E92000001\"]"),
            trend("indicator: \"cic_count\", areas: [\"E10000018\", \"E92000001\"]"),
            trend("indicator: \"cic_count\", from: \"2018-01-01\""),
            trend("indicator: \"cic_count\", to: \"2019-12-31\""),
            trend("indicator: \"cic_count\", asOf: \"2020-12-31\""),
            trend("indicator: \"dental_check_pct\""),
            card(""),
            card("(period: \"FY2018-19\")"),
            card("(area: \"E92000001\")"),
            card("(asOf: \"2020-12-31\")"),
            "{ conflicts { rows { headline " + FIGURE + " others " + FIGURE + " } } }",
            "{ revisions { rows { before " + FIGURE + " after " + FIGURE + " } } }",
            "{ indicators { rows { id title definitions { id text } } } }",
            "{ areas { id name } periods { id label } sources { rows { id title } } }");

    @Test
    void noAnswerChangesWhatAnotherOneShows() throws Exception {
        NormalisingClient client = new NormalisingClient();

        for (String question : QUESTIONS) {
            JsonNode answer = TestService.shared().query(NormalisingClient.withTypeNames(question));
            assertThat(answer.path("errors")).as(question).isEmpty();
            client.keep(question, answer.get("data"));
        }

        assertThat(client.objects()).isGreaterThan(100);
        assertThat(client.clashes()).isEmpty();
    }

    @Test
    void claimIsTheSameHoweverTheFigureIsAskedFor() throws Exception {
        JsonNode now = TestService.shared().data("{ observations { rows { id claim } } }");
        JsonNode then = TestService.shared().data("{ observations(asOf: \"2030-12-31\") { rows { id claim } } }");

        assertThat(then.at("/rows").findValuesAsText("claim"))
                .isEqualTo(now.at("/rows").findValuesAsText("claim"));
        assertThat(then.at("/rows").findValuesAsText("id"))
                .doesNotContainAnyElementsOf(now.at("/rows").findValuesAsText("id"));
    }

    @Test
    void clientNoticesWhatChangesUnderOneName() throws Exception {
        NormalisingClient client = new NormalisingClient();
        ObjectMapper json = new ObjectMapper();
        client.keep("first", json.readTree("{\"a\": {\"__typename\": \"Card\", \"id\": \"1\", \"value\": 1}}"));
        client.keep("second", json.readTree("{\"b\": [{\"__typename\": \"Card\", \"id\": \"1\", \"value\": 2}]}"));

        assertThat(client.clashes()).containsExactly("Card:1.value: 1 became 2 by second");
    }

    private static String trend(String arguments) {
        return "{ trend(" + arguments + ") { lines { area { id name } breakdown segments { id key definition points "
                + FIGURE + " } } } }";
    }

    private static String card(String arguments) {
        return "{ scorecard" + arguments
                + " { id card title area { id } period { id label } sections { title rows { label" + " latest " + FIGURE
                + " previous " + FIGURE + " neighbours " + FIGURE + " } } } }";
    }
}
