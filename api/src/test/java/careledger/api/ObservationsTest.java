package careledger.api;

import static org.assertj.core.api.Assertions.assertThat;

import careledger.release.TemporaryFolders;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ObservationsTest {
    private static final String CIC_2020 =
            "indicators: [\"cic_count\"], areas: [\"E10000018\"], periods: [\"2020-03-31\"]";

    @Test
    void headlineIsTheLatestPublication() throws Exception {
        JsonNode page = observations("filter: {" + CIC_2020 + "}", "rows { id value valueText source headline }");

        assertThat(page.path("totalCount").asInt()).isEqualTo(1);
        assertThat(row(page).path("value").asDouble()).isEqualTo(654);
        assertThat(row(page).path("source").asText()).isEqualTo("dfe-looked-after-2025");
        assertThat(row(page).path("headline").asBoolean()).isTrue();
        assertThat(page.path("dataVersion").asText()).isEqualTo("sample-1");
    }

    @Test
    void rowsAnswerAliasesFragmentsAndDirectivesLikeAnyType() throws Exception {
        JsonNode page = TestService.shared()
                .data("query { observations(filter: {" + CIC_2020 + "}) { rows { __typename who: source ...F"
                        + " quartile @include(if: false) ... on Observation { periodEnd } } } }"
                        + " fragment F on Observation { value areaKind dimension1 }");

        assertThat(page.path("rows").path(0).toString())
                .isEqualTo("{\"__typename\":\"Observation\",\"who\":\"dfe-looked-after-2025\",\"value\":654.0,"
                        + "\"areaKind\":\"AUTHORITY\",\"dimension1\":null,\"periodEnd\":\"2020-03-31\"}");
    }

    @Test
    void rowsAndBatchedFieldsAreAnsweredTogether() throws Exception {
        JsonNode response = TestService.shared()
                .query("{ observations { rows { id } } indicators { rows { availability { observations } } } }");

        assertThat(response.has("errors")).isFalse();
        assertThat(response.at("/data/indicators/rows")).isNotEmpty();
    }

    @Nested
    class AsOf {
        @Test
        void answersWithWhatHadBeenPublished() throws Exception {
            JsonNode page = observations("filter: {" + CIC_2020 + "}, asOf: \"2020-12-31\"", "rows { value headline }");

            assertThat(row(page).path("value").asDouble()).isEqualTo(657);
            assertThat(row(page).path("headline").asBoolean()).isTrue();
        }

        @Test
        void endsOnTheDayOfTheNextPublication() throws Exception {
            assertThat(row(observations("filter: {" + CIC_2020 + "}, asOf: \"2025-11-19\"", "rows { value }"))
                            .path("value")
                            .asDouble())
                    .isEqualTo(657);
            assertThat(row(observations("filter: {" + CIC_2020 + "}, asOf: \"2025-11-20\"", "rows { value }"))
                            .path("value")
                            .asDouble())
                    .isEqualTo(654);
        }

        @Test
        void tellsWhichWasTheHeadlineThen() throws Exception {
            JsonNode page = observations(
                    "filter: {" + CIC_2020 + ", headlineOnly: false}, asOf: \"2025-12-31\"", "rows { id headline }");

            assertThat(page.path("rows").findValuesAsText("headline")).containsExactlyInAnyOrder("false", "true");
        }

        @Test
        void saysWhenTheFirstFigureWasPublished() throws Exception {
            JsonNode page = observations("filter: {" + CIC_2020 + "}, asOf: \"2019-12-31\"", "rows { id }");

            assertThat(warning(page, "NO_ROWS")).contains("published on 2020-10-01, after 2019-12-31");
        }
    }

    @Nested
    class Breakdowns {
        @Test
        void totalsOnlyUnlessAskedFor() throws Exception {
            assertThat(ids("breakdowns: TOTALS")).containsExactly("dfe/cic-2020");
            assertThat(ids("breakdowns: PARTS")).hasSize(4).doesNotContain("dfe/cic-2020");
            assertThat(ids("breakdowns: ALL")).hasSize(5);
        }

        @Test
        void byNamesExactlyTheDimensions() throws Exception {
            assertThat(ids("by: [\"sex\"]")).containsExactly("dfe/cic-2020-female", "dfe/cic-2020-male");
            assertThat(ids("by: [\"uasc\", \"sex\"]")).containsExactly("dfe/cic-2020-male-uasc");
        }

        @Test
        void membersKeepRowsWithOneOfThem() throws Exception {
            assertThat(ids("members: [{dimension: \"sex\", members: [\"male\"]}]"))
                    .containsExactly("dfe/cic-2020-male", "dfe/cic-2020-male-uasc");
        }

        @Test
        void memberFiltersOfOneDimensionNeverChangeTheAnswerToAnotherQuestion() throws Exception {
            String either = "headlineOnly: false, members: [{dimension: \"sex\", members: [\"male\", \"female\"]}";
            String both = either + ", {dimension: \"sex\", members: [\"female\"]}]";

            assertThat(ids(both)).containsExactly("dfe/cic-2020-female");
            assertThat(ids(either + "]"))
                    .containsExactly("dfe/cic-2020-female", "dfe/cic-2020-male", "dfe/cic-2020-male-uasc");
            assertThat(ids("headlineOnly: false, members: [{dimension: \"sex\", members: [\"male\"]},"
                            + " {dimension: \"sex\", members: [\"female\"]}]"))
                    .isEmpty();
        }

        @Test
        void errorNamesThePositionAsWritten() throws Exception {
            JsonNode error = TestService.shared()
                    .error("{ observations(filter: {indicators: [\"cic_count\", \"cic_count\", \"a_wrong_one\"]})"
                            + " { totalCount } }");

            assertThat(error.at("/extensions/argument").toString())
                    .isEqualTo("[\"observations\",\"filter\",\"indicators\",2]");
        }

        private List<String> ids(String more) throws Exception {
            return observations("filter: {" + CIC_2020 + ", " + more + "}", "rows { id }")
                    .path("rows")
                    .findValuesAsText("id");
        }
    }

    @Test
    void suppressedFigureIsASymbolAndNoNumber() throws Exception {
        JsonNode page = observations(
                "filter: {indicators: [\"cic_count\"], areas: [\"E06000017\"]}", "rows { value valueText status }");

        assertThat(row(page).path("value").isNull()).isTrue();
        assertThat(row(page).path("valueText").asText()).isEqualTo("[c]");
        assertThat(row(page).path("status").asText()).isEqualTo("CONFIDENTIAL");
    }

    @Test
    void latestKeepsTheNewestPeriodsOfEachSeries() throws Exception {
        JsonNode page = observations(
                "filter: {indicators: [\"cic_count\", \"placements_3plus_pct\"], areas: [\"E10000018\"], latest: 2}",
                "rows { period }");

        assertThat(page.path("rows").findValuesAsText("period"))
                .containsExactly("2019-06-30", "2020-03-31", "2019-03-31", "2019-06-30");
    }

    @Nested
    class Warnings {
        @Test
        void sayWhichSeriesMixesDefinitionsThatDoNotCompare() throws Exception {
            JsonNode page = observations("filter: {indicators: [\"cic_12m_count\"]}", "rows { breakBefore }");

            assertThat(page.path("rows").findValuesAsText("breakBefore")).containsExactly("false", "true");
            assertThat(warning(page, "MIXED_SEGMENTS")).contains("not comparable over time");
        }

        @Test
        void sayWhatExistsAndIsNotShown() throws Exception {
            JsonNode page = observations(
                    "filter: {indicators: [\"cic_count\", \"placements_3plus_pct\"], areas: [\"E10000018\"]}",
                    "rows { id }");

            assertThat(warning(page, "NOT_SHOWN")).contains("1 target (TARGET)").doesNotContain("PREVIOUSLY_REPORTED");
        }

        @Test
        void sayWhatThereIsWhereNothingWasFound() throws Exception {
            JsonNode page = observations(
                    "filter: {indicators: [\"cic_count\"], areas: [\"E10000018\"], periods: [\"2031-03-31\"]}",
                    "rows { id }");

            assertThat(page.path("totalCount").asInt()).isZero();
            assertThat(warning(page, "NO_ROWS"))
                    .contains("There are figures from 31 March 2016 to 31 March 2020, none in the periods asked for.");
        }

        @Test
        void sayForWhichAreasThereAreFigures() throws Exception {
            JsonNode page = observations(
                    "filter: {indicators: [\"placements_3plus_pct\"], areas: [\"E92000001\"]}", "rows { id }");

            assertThat(warning(page, "NO_ROWS")).contains("other areas: Leicestershire (E10000018)");
        }
    }

    @Nested
    class Shape {
        @Test
        void columnsAreTheFieldsOfARowInOrderAlsoWithoutRows() throws Exception {
            JsonNode page = observations(
                    "filter: {indicators: [\"cic_count\"], periods: [\"2031-03-31\"]}",
                    "columns { name title type unit }");

            JsonNode type = TestService.shared()
                    .data("{ __type(name: \"Observation\") { fields { name } } }")
                    .path("fields");
            // A notice is no column of a release: it comes from the service's own file.
            List<String> fields = new ArrayList<>(type.findValuesAsText("name"));
            assertThat(fields.remove("notice")).isTrue();
            assertThat(page.path("columns").findValuesAsText("name")).isEqualTo(fields);
        }

        @Test
        void unitOfTheValueIsSaidWhereAllRowsShareIt() throws Exception {
            JsonNode one = observations("filter: {indicators: [\"cic_count\"]}", "columns { name unit }");
            JsonNode two = observations(
                    "filter: {indicators: [\"cic_count\", \"placements_3plus_pct\"]}", "columns { name unit }");

            assertThat(unitOfValue(one)).isEqualTo("COUNT");
            assertThat(unitOfValue(two)).isEqualTo("null");
        }

        @Test
        void appliedIsCanonicalAndCanBeAskedAgain() throws Exception {
            JsonNode page = observations(
                    "filter: {periods: [\"2020-03-31\", \"2019-03-31\", \"2019-03-31\"], by: [\"sex\"]}", "applied");

            assertThat(page.path("applied").asText())
                    .isEqualTo(
                            "{\"breakdowns\":\"PARTS\",\"by\":[\"sex\"],\"headlineOnly\":true,"
                                    + "\"periods\":[\"2019-03-31\",\"2020-03-31\"],\"valueKinds\":[\"ACTUAL\",\"PROVISIONAL\",\"PREVIOUSLY_REPORTED\"]}");
            JsonNode again = TestService.shared()
                    .query(
                            "query Q($f: ObservationFilter!) { observations(filter: $f) { applied totalCount } }",
                            Map.of(
                                    "f",
                                    new ObjectMapper()
                                            .readTree(page.path("applied").asText())));
            assertThat(again.at("/data/observations/applied")).isEqualTo(page.path("applied"));
        }

        private String unitOfValue(JsonNode page) {
            for (JsonNode column : page.path("columns")) {
                if (column.path("name").asText().equals("value")) {
                    return column.path("unit").asText();
                }
            }
            return "no column";
        }
    }

    @Nested
    class Paging {
        private static final String ALL = "filter: {breakdowns: ALL, headlineOnly: false}, sort: [VALUE_DESC]";

        @Test
        void walksEveryRowOnceOverHttp() throws Exception {
            List<String> walked = new ArrayList<>();
            String after = "";
            JsonNode page;
            do {
                page = observations(ALL + ", first: 9" + after, "rows { id } hasNextPage endCursor");
                walked.addAll(page.path("rows").findValuesAsText("id"));
                after = ", after: \"" + page.path("endCursor").asText() + "\"";
            } while (page.path("hasNextPage").asBoolean());

            assertThat(walked).hasSize(page.path("totalCount").asInt()).doesNotHaveDuplicates();
        }

        @Test
        void cursorOfAnotherQuestionIsRefused() throws Exception {
            String cursor = observations(ALL + ", first: 1", "endCursor")
                    .path("endCursor")
                    .asText();

            JsonNode error =
                    TestService.shared().error("{ observations(first: 1, after: \"" + cursor + "\") { totalCount } }");

            assertThat(error.at("/extensions/code").asText()).isEqualTo("BAD_INPUT");
            assertThat(error.at("/extensions/argument").toString()).isEqualTo("[\"observations\",\"after\"]");
        }

        @Test
        void cursorOfAnotherReleaseIsRefused() throws Exception {
            try (TestService service = new TestService(TemporaryFolders.create())) {
                service.publish("one");
                String cursor = service.data("{ observations(first: 1) { endCursor } }")
                        .path("endCursor")
                        .asText();
                service.publish("two");

                JsonNode error = service.error("{ observations(first: 1, after: \"" + cursor + "\") { totalCount } }");

                assertThat(error.at("/extensions/code").asText()).isEqualTo("DATA_VERSION_CHANGED");
                assertThat(error.path("message").asText())
                        .contains("release one")
                        .contains("release two");
            }
        }
    }

    private static JsonNode observations(String arguments, String fields) throws Exception {
        return TestService.shared()
                .data("{ observations(" + arguments + ") { totalCount dataVersion warnings { code message } " + fields
                        + " } }");
    }

    private static JsonNode row(JsonNode page) {
        assertThat(page.path("rows")).hasSize(1);
        return page.path("rows").path(0);
    }

    private static String warning(JsonNode page, String code) {
        for (JsonNode warning : page.path("warnings")) {
            if (warning.path("code").asText().equals(code)) {
                return warning.path("message").asText();
            }
        }
        throw new AssertionError("no warning " + code + " in " + page.path("warnings"));
    }
}
