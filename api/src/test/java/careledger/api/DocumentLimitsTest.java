package careledger.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import graphql.introspection.IntrospectionQuery;
import graphql.introspection.IntrospectionQueryBuilder;
import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Documents made to hurt: each is refused before it runs, in words, under 400. */
class DocumentLimitsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FIELDS = "id indicator indicatorTitle topic unit polarity area areaName areaKind period"
            + " periodLabel periodKind periodStart periodEnd reportingYear breakdown breakdownLabel dimension1 member1"
            + " dimension2 member2 value valueText numerator denominator lower upper status valueKind headline"
            + " definition segment breakBefore source sourceTitle sourceLocator publishedOn";

    static Stream<Arguments> bombs() {
        return Stream.of(
                Arguments.of("aliases of the query", inner(11, "a%d: topics { id }"), "rootFields"),
                Arguments.of("aliases below", "topics { " + inner(51, "a%d: id") + " }", "aliases"),
                Arguments.of("fields named twice", "topics { " + inner(22, "id") + " }", "duplicateFields"),
                Arguments.of("directives", "topics { id " + inner(21, "@include(if: true)") + " }", "directives"),
                Arguments.of("depth", nested("indicators { rows { ", "related { indicator { ", 5), "queryDepth"),
                Arguments.of("tokens", "topics { " + inner(2100, "id") + " }", "documentTokens"),
                Arguments.of("characters", "topics { id } #" + "x".repeat(20_000), "documentCharacters"),
                Arguments.of("white space", "topics { id }" + " ,".repeat(9_999), "documentCharacters"),
                Arguments.of(
                        "long pages side by side",
                        IntStream.range(0, 9)
                                .mapToObj(i -> "o" + i + ": observations { rows { " + FIELDS + " } }")
                                .collect(Collectors.joining(" ")),
                        "queryCost"),
                Arguments.of(
                        "lists in lists",
                        nested("indicators(first: 10000) { rows { ", "related { indicator { ", 3),
                        "queryCost"),
                Arguments.of(
                        "long text", "indicators(search: \"" + "x".repeat(2001) + "\") { totalCount }", "textLength"),
                Arguments.of(
                        "brackets in brackets",
                        "observations(filter: {indicators: " + "[".repeat(300) + "]".repeat(300) + "}) { totalCount }",
                        ""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bombs")
    void bombIsRefusedInWords(String name, String fields, String limit) throws Exception {
        for (Map<String, String> headers : List.of(RawHttp.JSON, RawHttp.GRAPHQL)) {
            HttpResponse<String> answer =
                    RawHttp.post(TestService.shared(), headers, RawHttp.asking("{ " + fields + " }"));
            JsonNode error = JSON.readTree(answer.body()).at("/errors/0");

            if (!limit.isEmpty()) {
                assertThat(answer.statusCode()).isEqualTo(400);
                assertThat(error.at("/extensions/code").asText()).isIn("TOO_COMPLEX", "LIMIT_EXCEEDED");
            }
            assertThat(error.at("/extensions/hint").asText()).isNotBlank();
            assertThat(answer.body()).contains(limit).doesNotContain("\"data\"");
        }
    }

    @Test
    void fragmentsWithinFragmentsAreWeighedWithoutUnfoldingThem() throws Exception {
        String fragments = IntStream.range(0, 60)
                .mapToObj(i -> "fragment f" + i + " on Area { parent { ...f" + (i + 1) + " } a: parent { ...f" + (i + 1)
                        + " } }")
                .collect(Collectors.joining(" "));
        String document = "{ areas { ...f0 } } " + fragments + " fragment f60 on Area { id }";

        JsonNode errors = TestService.shared().query(document).path("errors");

        assertThat(errors.findValuesAsText("message").toString()).contains("queryDepth", "queryFields");
    }

    @Test
    void fragmentsThatHoldEachOtherAreRefused() throws Exception {
        for (String document : List.of(
                "{ areas { ...a } } fragment a on Area { ...a }",
                "{ areas { ...a } } fragment a on Area { ...b } fragment b on Area { id ...a }")) {
            JsonNode error = TestService.shared().error(document);

            assertThat(error.at("/extensions/code").asText()).isEqualTo("BAD_INPUT");
            assertThat(error.path("message").asText()).contains("cycle");
        }
    }

    @Test
    void tenThousandIdsInAVariableAreRefusedWithTheirPlace() throws Exception {
        List<String> ids = Collections.nCopies(10_000, "x");

        JsonNode error = TestService.shared()
                .query(
                        "query Q($ids: [ID!]) { trend(indicator: \"cic_count\", areas: $ids) { headline } }",
                        Map.of("ids", ids))
                .at("/errors/0");

        assertThat(error.at("/extensions/code").asText()).isEqualTo("LIMIT_EXCEEDED");
        assertThat(error.at("/extensions/argument").toString()).isEqualTo("[\"trend\",\"areas\"]");
        assertThat(error.path("message").asText()).contains("listLength");
    }

    @Test
    void variablesNestedDeeplyAreRefused() throws Exception {
        String deep = "{\"filter\": " + "{\"members\": [".repeat(400) + "]}".repeat(400) + "}";

        HttpResponse<String> answer = RawHttp.post(
                TestService.shared(),
                RawHttp.JSON,
                "{\"query\": \"query Q($filter: ObservationFilter!) { observations(filter: $filter) { totalCount } }\","
                        + " \"variables\": " + deep + "}");

        assertThat(answer.body()).contains("BAD_INPUT").doesNotContain("\"data\":{");
    }

    @Test
    void wholePageWithEveryFieldIsWithinTheLimits() throws Exception {
        JsonNode page = TestService.shared()
                .data("{ observations(first: 10000) { rows { " + String.join(" ", fieldsOfObservation())
                        + " } totalCount } }");

        assertThat(page.path("rows")).hasSize(page.path("totalCount").asInt());
    }

    @Test
    void toolsMayAskWhatTheSchemaIs() throws Exception {
        for (String document : List.of(
                IntrospectionQuery.INTROSPECTION_QUERY,
                IntrospectionQueryBuilder.build(IntrospectionQueryBuilder.Options.defaultOptions()
                        .inputValueDeprecation(true)
                        .directiveIsRepeatable(true)
                        .specifiedByUrl(true)
                        .schemaDescription(true)))) {
            JsonNode first = TestService.shared().query(document);
            JsonNode again = TestService.shared().query(document);

            assertThat(first.at("/data/__schema/types")).hasSizeGreaterThan(50);
            assertThat(again).isEqualTo(first);
        }
    }

    @Test
    void schemaAskedForOverAndOverIsRefused() throws Exception {
        String circle = "{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }";
        String often = "{ a: __schema { types { name } } b: __schema { types { name } } }";

        for (String document : List.of(circle, often)) {
            JsonNode error = TestService.shared().error(document);

            assertThat(error.at("/extensions/code").asText()).isEqualTo("TOO_COMPLEX");
            assertThat(error.at("/extensions/hint").asText()).contains("introspection");
        }
    }

    @Test
    void questionBesideTheDescriptionIsAnsweredAnew() throws Exception {
        String document = "{ __schema { queryType { name } } about { dataVersion } }";

        assertThat(TestService.shared()
                        .query(document)
                        .at("/data/about/dataVersion")
                        .asText())
                .isEqualTo("sample-1");
    }

    @Test
    void fragmentCostsAsMuchAsItsFieldsWherever() throws Exception {
        String fields = "rows { " + String.join(" ", fieldsOfObservation()) + " }";
        String pages = IntStream.range(0, 8)
                .mapToObj(i -> "o" + i + ": observations(first: " + (10_000 - i) + ") { %s }")
                .collect(Collectors.joining(" "));

        String written = messageOf("{ " + pages.replace("%s", fields) + " }");
        String spread = messageOf(
                "{ " + pages.replace("%s", "...page") + " } fragment page on ObservationPage { " + fields + " }");

        assertThat(written).contains("may cost", "queryCost").isEqualTo(spread);
    }

    private static String messageOf(String document) throws Exception {
        return TestService.shared().error(document).path("message").asText();
    }

    private static List<String> fieldsOfObservation() throws Exception {
        return TestService.shared()
                .data("{ __type(name: \"Observation\") { fields { name } } }")
                .path("fields")
                .findValuesAsText("name");
    }

    private static String inner(int count, String field) {
        return IntStream.range(0, count).mapToObj(field::formatted).collect(Collectors.joining(" "));
    }

    private static String nested(String start, String step, int times) {
        return start + step.repeat(times) + "id" + " } }".repeat(times + 1);
    }
}
