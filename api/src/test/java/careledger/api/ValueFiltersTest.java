package careledger.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Conditions on values, and with "or" and "not", against the same conditions over all rows. */
class ValueFiltersTest {
    private static final String EVERYTHING =
            "breakdowns: ALL, headlineOnly: false, valueKinds: [ACTUAL, PROVISIONAL, PREVIOUSLY_REPORTED, TARGET, FORECAST]";

    static List<Arguments> filters() {
        Predicate<JsonNode> known = row -> !row.get("value").isNull();
        Predicate<JsonNode> big = row -> known.test(row) && row.get("value").asDouble() >= 654;
        Predicate<JsonNode> leicestershire = row -> row.get("area").asText().equals("E10000018");
        Predicate<JsonNode> counts = row -> row.get("indicator").asText().equals("cic_count");
        return List.of(
                Arguments.of("valueFrom: 654", big),
                Arguments.of("valueTo: 653.99", known.and(big.negate())),
                Arguments.of("hasValue: true", known),
                Arguments.of("hasValue: false", known.negate()),
                Arguments.of(
                        "anyOf: [{areas: [\"E10000018\"], valueFrom: 654}, {indicators: [\"cic_count\"]}]",
                        leicestershire.and(big).or(counts)),
                Arguments.of("anyOf: [{areas: [\"leicestershire\"]}]", leicestershire),
                Arguments.of("anyOf: []", (Predicate<JsonNode>) row -> false),
                Arguments.of("noneOf: []", (Predicate<JsonNode>) row -> true),
                Arguments.of("noneOf: [{valueFrom: 654}]", big.negate()),
                Arguments.of(
                        "hasValue: true, noneOf: [{areas: [\"E10000018\"]}, {indicators: [\"cic_count\"], valueFrom: 654}]",
                        known.and(leicestershire.negate()).and(counts.and(big).negate())));
    }

    @ParameterizedTest
    @MethodSource("filters")
    void keepsExactlyTheRowsThatMeetIt(String filter, Predicate<JsonNode> meets) throws Exception {
        List<String> expected = rows("").stream()
                .filter(meets)
                .map(row -> row.get("id").asText())
                .toList();

        assertThat(rows(filter)).extracting(row -> row.get("id").asText()).containsExactlyElementsOf(expected);
    }

    @Test
    void bothSidesOfEveryConditionOccur() throws Exception {
        List<JsonNode> all = rows("");
        for (Arguments filter : filters().subList(0, 5)) {
            assertThat(rows((String) filter.get()[0])).hasSizeBetween(1, all.size() - 1);
        }
    }

    @Test
    void wrongOnesAreRefusedAtTheirPlace() throws Exception {
        assertThat(TestService.shared()
                        .error("{ observations(filter: {noneOf: [{}, {areas: [\"E1\"]}]}) { totalCount } }")
                        .at("/extensions/argument")
                        .toString())
                .isEqualTo("[\"observations\",\"filter\",\"noneOf\",1,\"areas\",0]");
        assertThat(TestService.shared()
                        .error("{ observations(filter: {valueFrom: 2, valueTo: 1}) { totalCount } }")
                        .path("message")
                        .asText())
                .contains("'valueFrom' is 2.0, above 'valueTo'");
    }

    private static List<JsonNode> rows(String filter) throws Exception {
        JsonNode page = TestService.shared()
                .data("{ observations(filter: {" + EVERYTHING + " " + filter
                        + "}) { rows { id indicator area value } } }");
        return StreamSupport.stream(page.get("rows").spliterator(), false).toList();
    }
}
