package careledger.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the audit leaves open: types that are refused, what stands in the status, names of requests. */
class GraphQlOverHttpTest {
    private static final String QUESTION = RawHttp.asking("{ about { dataVersion } }");
    private static final String UNKNOWN = RawHttp.asking("{ observations(filter: {areas: [\"E1\"]}) { totalCount } }");

    @Nested
    class Types {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "text/plain",
                    "text/plain;charset=UTF-8",
                    "application/x-www-form-urlencoded",
                    "multipart/form-data; boundary=x",
                    "application/graphql",
                    "application/json;charset=ISO-8859-1",
                    "nonsense",
                })
        void whatAPageElsewhereCanSendIsRefusedInWords(String type) throws Exception {
            HttpResponse<String> answer = RawHttp.post(TestService.shared(), Map.of("Content-Type", type), QUESTION);

            assertThat(answer.statusCode()).isEqualTo(415);
            assertThat(answer.body()).contains("\"code\":\"BAD_INPUT\"").contains("application/json");
        }

        @Test
        void aByteOrderMarkBeforeTheBodyIsNoMistake() throws Exception {
            HttpResponse<String> answer =
                    RawHttp.post(TestService.shared(), Map.of("Content-Type", "application/json"), "\uFEFF" + QUESTION);

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("\"dataVersion\":\"sample-1\"");
        }

        @Test
        void withoutATypeItIsRefused() throws Exception {
            assertThat(RawHttp.post(TestService.shared(), Map.of(), QUESTION).statusCode())
                    .isEqualTo(415);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "application/graphql-response+json                            | application/graphql-response+json",
                    "application/graphql-response+json, application/json;q=0.9    | application/graphql-response+json",
                    "application/json, application/graphql-response+json          | application/json",
                    "application/graphql-response+json;q=0.1, application/json    | application/json",
                    "*/*                                                          | application/json",
                    "application/*                                                | application/json",
                    "text/html                                                    | application/json",
                    "not a type                                                   | application/json",
                })
        void answerIsOfTheTypeThatIsWantedMost(String accept, String type) throws Exception {
            HttpResponse<String> answer = RawHttp.post(
                    TestService.shared(), Map.of("Content-Type", "application/json", "Accept", accept), QUESTION);

            assertThat(answer.headers().firstValue("content-type")).hasValue(type + ";charset=UTF-8");
        }

        @Test
        void whoNamesNoTypeGetsPlainJson() throws Exception {
            assertThat(RawHttp.post(TestService.shared(), RawHttp.JSON, QUESTION)
                            .headers()
                            .firstValue("content-type"))
                    .hasValue("application/json;charset=UTF-8");
        }
    }

    @Nested
    class Status {
        @Test
        void errorsUnderPlainJsonAreReadUnder200() throws Exception {
            HttpResponse<String> answer = RawHttp.post(TestService.shared(), RawHttp.JSON, UNKNOWN);

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("UNKNOWN_ID");
        }

        @Test
        void errorsUnderTheTypeForGraphqlAre400WithoutData() throws Exception {
            HttpResponse<String> answer = RawHttp.post(TestService.shared(), RawHttp.GRAPHQL, UNKNOWN);

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("UNKNOWN_ID").doesNotContain("\"data\"");
        }

        @Test
        void answerBesideAnErrorIs200() throws Exception {
            HttpResponse<String> answer = RawHttp.post(
                    TestService.shared(),
                    RawHttp.GRAPHQL,
                    RawHttp.asking("{ indicator(id: \"cic_cuont\") { id } about { dataVersion } }"));

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("sample-1").contains("UNKNOWN_ID");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '~',
                value = {
                    "[{\"query\": \"{ __typename }\"}, {\"query\": \"{ __typename }\"}] | one request for each",
                    "[]                                          | one request for each",
                    "\"{ __typename }\"                          | no JSON object",
                    "{\"query\":                                 | no JSON",
                    "{}                                          | no 'query'",
                    "{\"query\": \"\"}                           | no 'query'",
                    "{\"query\": 7}                              | 'query' is no text",
                    "{\"query\": \"{ __typename }\", \"variables\": \"x\"}  | 'variables' is no JSON object",
                    "{\"query\": \"{ __typename }\", \"extensions\": []}    | 'extensions' is no JSON object",
                    "{\"query\": \"{ __typename }\", \"operationName\": {}} | 'operationName' is no text",
                })
        void whatIsNoQuestionIs400InWords(String body, String words) throws Exception {
            for (Map<String, String> headers : List.of(RawHttp.JSON, RawHttp.GRAPHQL)) {
                HttpResponse<String> answer = RawHttp.post(TestService.shared(), headers, body);

                assertThat(answer.statusCode()).isEqualTo(400);
                assertThat(answer.body()).contains(words).contains("\"code\":\"BAD_INPUT\"");
            }
        }

        @Test
        void bodyOfMoreThanTheLimitIs413() throws Exception {
            for (int size : new int[] {65_537, 2_000_000}) {
                HttpResponse<String> answer = RawHttp.post(
                        TestService.shared(), RawHttp.JSON, "{\"query\": \"" + " ".repeat(size - 12) + "\"}");

                assertThat(answer.statusCode()).isEqualTo(413);
                assertThat(answer.body())
                        .contains("LIMIT_EXCEEDED")
                        .contains("bodyBytes")
                        .contains("65,536");
            }
        }
    }

    @Nested
    class Get {
        @Test
        void queryInTheAddressIsAnswered() throws Exception {
            String query =
                    URLEncoder.encode("query Q($id: ID!) { indicator(id: $id) { title } }", StandardCharsets.UTF_8);
            String variables = URLEncoder.encode("{\"id\": \"cic_count\"}", StandardCharsets.UTF_8);

            HttpResponse<String> answer =
                    TestService.shared().get("/graphql?query=" + query + "&variables=" + variables);

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("Children in care");
        }

        @ParameterizedTest
        @ValueSource(strings = {"mutation { __typename }", "subscription { __typename }"})
        void everyOtherOperationIs405(String document) throws Exception {
            HttpResponse<String> answer =
                    TestService.shared().get("/graphql?query=" + URLEncoder.encode(document, StandardCharsets.UTF_8));

            assertThat(answer.statusCode()).isEqualTo(405);
            assertThat(answer.headers().allValues("allow").toString()).contains("POST");
        }

        @Test
        void variablesThatAreNoJsonAreRefused() throws Exception {
            HttpResponse<String> answer = TestService.shared().get("/graphql?query=%7B__typename%7D&variables=7");

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("'variables' is no JSON object");
        }

        @Test
        void otherMethodsAre405() throws Exception {
            for (String method : new String[] {"PUT", "DELETE", "PATCH"}) {
                assertThat(RawHttp.send(TestService.shared().uri("/graphql"), method, RawHttp.JSON, QUESTION)
                                .statusCode())
                        .as(method)
                        .isEqualTo(405);
            }
        }
    }

    @Nested
    class Names {
        @Test
        void everyAnswerNamesItsRequest() throws Exception {
            HttpResponse<String> answer = RawHttp.post(TestService.shared(), RawHttp.JSON, UNKNOWN);
            String name = answer.headers().firstValue("x-request-id").orElseThrow();

            assertThat(answer.body()).contains("\"requestId\":\"" + name + "\"");
            for (String path : new String[] {"/nowhere", "/graphiql", "/actuator/health", "/graphql"}) {
                assertThat(TestService.shared().get(path).headers().firstValue("x-request-id"))
                        .as(path)
                        .isPresent();
            }
            assertThat(TestService.shared().get("/nowhere").body()).contains("\"requestId\"");
        }

        @Test
        void nameThatTheCallerBringsIsKeptUnlessItCouldSpoilTheLog() throws Exception {
            Map<String, String> headers = new HashMap<>(RawHttp.JSON);
            headers.put("X-Request-Id", "trace-17");
            assertThat(RawHttp.post(TestService.shared(), headers, UNKNOWN).body())
                    .contains("\"trace-17\"");

            headers.put("X-Request-Id", "a b{}%0a");
            assertThat(RawHttp.post(TestService.shared(), headers, UNKNOWN).body())
                    .doesNotContain("a b{}");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /%zz HTTP/1.1", "GET / HTTP/9.9", "NONSENSE", "GET /graphql?query=<> HTTP/1.1"})
    void whatIsNoHttpIsAnsweredWithoutNamesOfProgramsOrVersions(String line) throws Exception {
        String answer = raw(line + "\r\nHost: x\r\nConnection: close\r\n\r\n");

        assertThat(answer).matches("(?s)HTTP/1\\.1 (4\\d\\d|505) .*").doesNotContainIgnoringCase("tomcat");
        assertThat(answer).doesNotContain("Exception").doesNotContain("\nServer:");
    }

    private static String raw(String request) throws Exception {
        try (Socket socket = RawHttp.open(TestService.shared());
                InputStream answer = socket.getInputStream()) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
