package careledger.api;

import static org.assertj.core.api.Assertions.assertThat;

import careledger.api.config.AccessSettings.Rate;
import careledger.api.config.CareLedgerProperties;
import careledger.api.config.ConnectionLimits;
import careledger.api.config.DocumentLimits;
import careledger.api.error.ProblemCode;
import careledger.release.TemporaryFolders;
import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "indicators: [\"cic_count\", \"cic_cuont\"]          | [\"observations\",\"filter\",\"indicators\",1] "
                        + "              | cic_count",
                "indicators: [\"Children in car\"]                   | [\"observations\",\"filter\",\"indicators\",0] "
                        + "              | cic_count",
                "topics: [\"populaton\"]                             | [\"observations\",\"filter\",\"topics\",0]     "
                        + "              | population",
                "areas: [\"E1000018\"]                               | [\"observations\",\"filter\",\"areas\",0]      "
                        + "              | E10000018",
                "sources: [\"dfe-looked-after-2024\"]                | [\"observations\",\"filter\",\"sources\",0]    "
                        + "              | dfe-looked-after-2025",
                "by: [\"sexx\"]                                      | [\"observations\",\"filter\",\"by\",0]         "
                        + "              | sex",
                "members: [{dimension: \"sx\", members: [\"male\"]}] |"
                        + " [\"observations\",\"filter\",\"members\",0,\"dimension\"]    | sex",
                "members: [{dimension: \"sex\", members: [\"femal\"]}] |"
                        + " [\"observations\",\"filter\",\"members\",0,\"members\",0]    | female",
            })
    void unknownIdNamesItsPlaceAndTheNearest(String filter, String argument, String nearest) throws Exception {
        JsonNode error = TestService.shared().error("{ observations(filter: {" + filter + "}) { totalCount } }");

        assertThat(error.at("/extensions/code").asText()).isEqualTo("UNKNOWN_ID");
        assertThat(error.at("/extensions/argument").toString()).isEqualTo(argument);
        assertThat(error.at("/extensions/nearest").path(0).asText()).isEqualTo(nearest);
        assertThat(error.at("/extensions/requestId").asText()).isNotBlank();
        assertThat(error.path("message").asText()).contains(nearest);
    }

    @ParameterizedTest
    @CsvSource({
        "indicator(id: \"cic_cuont\") { id }, '[\"indicator\",\"id\"]'",
        "indicators(topic: \"populaton\") { totalCount }, '[\"indicators\",\"topic\"]'",
        "conflicts(indicator: \"cic_cuont\") { totalCount }, '[\"conflicts\",\"indicator\"]'",
        "conflicts(area: \"E1000018\") { totalCount }, '[\"conflicts\",\"area\"]'",
        "revisions(indicator: \"cic_cuont\") { totalCount }, '[\"revisions\",\"indicator\"]'",
        "'releaseDiff(from: \"sample-2\", to: \"sample-1\") { added }', '[\"releaseDiff\",\"from\"]'",
        "rejections(run: \"run-sampel\") { totalCount }, '[\"rejections\",\"run\"]'",
        "rejections(extract: \"annual-report/claims.csv\") { totalCount }, '[\"rejections\",\"extract\"]'",
    })
    void unknownIdIsAnErrorOnEveryRootField(String field, String argument) throws Exception {
        JsonNode error = TestService.shared().error("{ " + field + " }");

        assertThat(error.at("/extensions/code").asText()).isEqualTo("UNKNOWN_ID");
        assertThat(error.at("/extensions/argument").toString()).isEqualTo(argument);
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() throws Exception {
        JsonNode errors = TestService.shared()
                .query("{ observations(filter: {indicators: [\"x1\"], areas: [\"y1\"], latest: 0}) { totalCount } }")
                .path("errors");

        assertThat(errors).hasSize(3);
    }

    @Nested
    class BadInput {
        @Test
        void periodSaysItsGrammar() throws Exception {
            JsonNode error = error("filter: {periods: [\"2019-18\"]}");

            assertThat(error.at("/extensions/code").asText()).isEqualTo("BAD_INPUT");
            assertThat(error.at("/extensions/hint").asText()).contains("FY2019-20");
        }

        @Test
        void fromAfterToIsRefused() throws Exception {
            JsonNode error = error("filter: {from: \"2020-01-02\", to: \"2020-01-01\"}");

            assertThat(error.at("/extensions/code").asText()).isEqualTo("BAD_INPUT");
            assertThat(error.at("/extensions/argument").toString()).contains("from");
        }

        @Test
        void dayThatIsNoneNamesTheArgumentAndTheForm() throws Exception {
            JsonNode error = error("asOf: \"2020-02-30\"");

            assertThat(error.at("/extensions/code").asText()).isEqualTo("BAD_INPUT");
            assertThat(error.at("/extensions/argument").toString()).isEqualTo("[\"observations\",\"asOf\"]");
            assertThat(error.path("message").asText()).contains("2020-03-31");
        }

        @Test
        void dayInsideTheFilterNamesItsPath() throws Exception {
            JsonNode error = error("filter: {from: \"31/03/2020\"}");

            assertThat(error.at("/extensions/argument").toString()).isEqualTo("[\"observations\",\"filter\",\"from\"]");
        }

        @Test
        void variableThatIsNoDayNamesTheVariable() throws Exception {
            JsonNode error = TestService.shared()
                    .query(
                            "query Q($day: Date) { observations(asOf: $day) { totalCount } }",
                            Map.of("day", "yesterday"))
                    .path("errors")
                    .path(0);

            assertThat(error.at("/extensions/code").asText()).isEqualTo("BAD_INPUT");
            assertThat(error.at("/extensions/argument").toString()).isEqualTo("[\"$day\"]");
            assertThat(error.path("message").asText()).contains("2020-03-31");
        }

        @Test
        void unknownFieldsEnumsAndSyntaxHaveACodeToo() throws Exception {
            for (String document : new String[] {
                "{ observations { nonsense } }", "{ observations(sort: [NONSENSE]) { totalCount } }", "{ observations {"
            }) {
                assertThat(TestService.shared()
                                .error(document)
                                .at("/extensions/code")
                                .asText())
                        .as(document)
                        .isEqualTo("BAD_INPUT");
            }
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
            { observations { rows { valuetext } } }                                    | valueText
            { observations(filters: {}) { totalCount } }                               | filter
            { observations(filter: {indicator: ["cic_count"]}) { totalCount } }        | indicators
            { observations(sort: [PERIODS]) { totalCount } }                           | PERIOD
            { slice(filter: {}, rows: [INDICATORS], columns: [AREA]) { rows { cells } } } | INDICATOR
            { indicators { rows { avalability { count } } } }                         | availability
            """)
        void nameThatTheContractDoesNotKnowIsToldWithTheNearest(String document, String nearest) throws Exception {
            JsonNode error = TestService.shared().error(document);

            assertThat(error.at("/extensions/nearest/0").asText()).isEqualTo(nearest);
            assertThat(error.at("/extensions/hint").asText()).contains(nearest, "/graphiql");
            assertThat(error.path("message").asText()).contains("Nearest known: '" + nearest + "'");
        }

        @Test
        void valueOfAVariableThatTheContractDoesNotKnowIsToldWithTheNearest() throws Exception {
            JsonNode error = TestService.shared()
                    .query(
                            "query Q($sort: [ObservationSort!]) { observations(sort: $sort) { totalCount } }",
                            Map.of("sort", "AREAS"))
                    .path("errors")
                    .path(0);

            assertThat(error.at("/extensions/nearest/0").asText()).isEqualTo("AREA");
        }

        @Test
        void cursorThatIsNoneIsRefused() throws Exception {
            for (String cursor : new String[] {"nonsense", "", "e30", "bnVsbA", "@@"}) {
                assertThat(error("after: \"" + cursor + "\"")
                                .at("/extensions/code")
                                .asText())
                        .as(cursor)
                        .isEqualTo("BAD_INPUT");
            }
        }
    }

    @Nested
    class Limits {
        @Test
        void pageOverTheLimitNamesIt() throws Exception {
            JsonNode error = error("first: 10001");

            assertThat(error.at("/extensions/code").asText()).isEqualTo("LIMIT_EXCEEDED");
            assertThat(error.path("message").asText()).contains("pageRows").contains("10,000");
            assertThat(error("first: 0").at("/extensions/code").asText()).isEqualTo("BAD_INPUT");
        }

        @Test
        void listOverTheLimitNamesIt() throws Exception {
            String periods = IntStream.range(0, 201)
                    .mapToObj(i -> "\"CY" + (1800 + i) + "\"")
                    .collect(Collectors.joining(","));

            JsonNode error = error("filter: {periods: [" + periods + "]}");

            assertThat(error.at("/extensions/code").asText()).isEqualTo("LIMIT_EXCEEDED");
            assertThat(error.path("message").asText()).contains("listLength");
        }

        @Test
        void documentOfTooManyFieldsIsTooComplex() throws Exception {
            String document = IntStream.range(0, 1100)
                    .mapToObj(i -> "a" + i + ": topics { id }")
                    .collect(Collectors.joining(" ", "{ ", " }"));

            assertThat(TestService.shared()
                            .error(document)
                            .at("/extensions/code")
                            .asText())
                    .isEqualTo("TOO_COMPLEX");
        }

        @Test
        void aboutListsEveryLimit() throws Exception {
            List<String> listed = TestService.shared()
                    .data("{ about { limits { name value meaning } } }")
                    .path("limits")
                    .findValuesAsText("name");
            Map<String, String> otherwise = Map.of(
                    "bodyTime", "bodyMilliseconds",
                    "readerTime", "readerMilliseconds",
                    "answerShare", "answerMegabytes",
                    "duplicates", "duplicateFields",
                    "window", "budgetMilliseconds");
            Set<String> noLimits = Set.of("document", "connection", "slow", "rowsInFlight");

            assertThat(Stream.of(
                                    CareLedgerProperties.Limits.class,
                                    DocumentLimits.class,
                                    ConnectionLimits.class,
                                    Rate.class)
                            .flatMap(settings -> Stream.of(settings.getRecordComponents()))
                            .map(RecordComponent::getName)
                            .filter(name -> !noLimits.contains(name))
                            .map(name -> otherwise.getOrDefault(name, name)))
                    .allSatisfy(name -> assertThat(listed)
                            .anyMatch(one -> one.toLowerCase(Locale.ROOT).contains(name.toLowerCase(Locale.ROOT))));
            assertThat(listed)
                    .contains("workbookRows", "headBytes", "connections", "unfinishedBodies", "errors")
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void withoutAReleaseTheAnswerSaysSo() throws Exception {
        try (TestService service = new TestService(TemporaryFolders.create())) {
            JsonNode error = service.error("{ about { dataVersion } }");

            assertThat(error.at("/extensions/code").asText()).isEqualTo("NO_RELEASE");
            assertThat(service.get("/actuator/health").statusCode()).isEqualTo(503);
        }
    }

    @Test
    void addressThatAnswersNothingIsNotFound() throws Exception {
        assertThat(TestService.shared().get("/nowhere").body()).contains("\"code\":\"NOT_FOUND\"");
        assertThat(TestService.shared().get("/graphql").statusCode()).isEqualTo(400);
    }

    @Test
    void everyCodeIsDocumented() throws Exception {
        String documented = Files.readString(Path.of("../docs/errors.md"));

        for (ProblemCode code : ProblemCode.values()) {
            assertThat(documented).contains("`" + code + "`");
        }
    }

    private static JsonNode error(String arguments) throws Exception {
        return TestService.shared().error("{ observations(" + arguments + ") { totalCount } }");
    }
}
