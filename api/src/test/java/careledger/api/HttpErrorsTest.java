package careledger.api;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

/** What the framework and the server refuse, and what one failing field leaves of an answer. */
class HttpErrorsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();

    @BeforeEach
    void listen() {
        logged.start();
        log().addAppender(logged);
    }

    @AfterEach
    void stopListening() {
        log().detachAppender(logged);
    }

    private static Logger log() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET /nowhere HTTP/1.1                            | 404",
                "GET /api/q/nothing.json HTTP/1.1                 | 404",
                "GET /api/releases/none/x.csv HTTP/1.1            | 404",
                "GET /error HTTP/1.1                              | 404",
                "DELETE /api/q HTTP/1.1                           | 405",
                "PUT /graphql HTTP/1.1                            | 405",
                "GET /graphql HTTP/1.1                            | 400",
                "GET /graphql?query={about{dataVersion}} HTTP/1.1 | 400",
                "GET /api/q/areas.json?kind=%zz HTTP/1.1          | 400",
                "GET /a%00b HTTP/1.1                              | 400",
                "GE(T / HTTP/1.1                                  | 400",
                "PROPFIND /graphql HTTP/1.1                       | 405",
                "FOO /api/q/areas.json HTTP/1.1                   | 405",
                "get /words HTTP/1.1                              | 405",
                "TRACE / HTTP/1.1                                 | 405",
                "GET /words/../sources HTTP/1.1                   | 400",
                "GET //words HTTP/1.1                             | 400",
                "GET /words;a=b HTTP/1.1                          | 400",
                "GET /search?q=% HTTP/1.1                         | 400",
                "GET /api/q/areas.json?kind=%C3%28 HTTP/1.1       | 400",
            })
    void everyRefusalHasTheErrorBodyAndTheHeadersAndFillsNoLog(String line, int status) throws Exception {
        String answer = raw(line + "\r\nHost: x\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 " + status).contains("nosniff");
        JsonNode error = JSON.readTree(
                        answer.substring(answer.indexOf("\r\n\r\n") + 4).replaceAll("(?m)^[0-9a-f]+\r?$", ""))
                .at("/errors/0");
        assertThat(error.path("message").asText()).isNotEmpty();
        assertThat(error.at("/extensions/code").asText()).isIn("NOT_FOUND", "BAD_INPUT");
        assertThat(error.at("/extensions/requestId").asText()).isNotEmpty();
        assertThat(logged.list)
                .filteredOn(event -> event.getLoggerName().startsWith("org."))
                .extracting(ILoggingEvent::getFormattedMessage)
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Transfer-Encoding: chunked                    | zz;{};0;;                | 400",
                "Transfer-Encoding: chunked                    | -5;{};0;;                | 400",
                "Transfer-Encoding: chunked                    | ffffffffffffffff;{}      | 400",
                "Transfer-Encoding: chunked                    | 2;{}XX0;;                | 400",
                "Transfer-Encoding: chunked;Content-Length: 30 | {\"query\":\"{__typename}\"} | 400",
                "Content-Length: 2;Content-Length: 3           | {}                       | 400",
                "Content-Length: 70000                         | {}                       | 413",
            })
    void bodyThatIsNotHttpIsTheFaultOfWhoSentIt(String headers, String body, int status) throws Exception {
        String answer =
                raw("POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nConnection: close\r\n"
                        + headers.replace(";", "\r\n") + "\r\n\r\n" + body.replace(";", "\r\n"));

        assertThat(answer)
                .startsWith("HTTP/1.1 " + status)
                .contains("nosniff", "\"errors\":[")
                .doesNotContain("INTERNAL");
    }

    @Test
    void browserReadsThatAnAddressIsWrongOnAPage() throws Exception {
        String answer = raw("GET /search?q=% HTTP/1.1\r\nHost: x\r\nAccept: text/html\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 400").contains("<h1>This address cannot be read</h1>");
    }

    @Test
    void tooManyParametersAreCalledThat() throws Exception {
        String answer = raw(
                "GET /api/q/areas.json?" + "a=b&".repeat(1_001) + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 400").contains("there are more than 1,000");
    }

    @Test
    void longAddressIsAnsweredOrRefusedButNeverFails() throws Exception {
        for (int length : new int[] {3_000, 6_950, 7_900, 12_000, 30_000, 70_000}) {
            String path = "/api/q/observations.json?first=1&areas=E10000018" + ",E10000018".repeat(length / 10);
            String answer = raw("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

            assertThat(answer.substring(9, 12)).as("%d characters", length).isIn("200", "400");
        }
    }

    @Test
    void documentOfTheDocumentedSizeFitsAnAddress() throws Exception {
        String document = "{ about { dataVersion } }";
        String padded = document + "#".repeat(20_000 - document.length());
        HttpResponse<String> answer =
                TestService.shared().get("/graphql?query=" + URLEncoder.encode(padded, StandardCharsets.UTF_8));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("sample-1");
    }

    @Test
    void failingRootFieldLeavesTheOthers() throws Exception {
        JsonNode answer = TestService.shared()
                .query("{ about { dataVersion } observations(filter: {indicators: [\"cic_cont\"]}) { totalCount } }");

        assertThat(answer.at("/data/about/dataVersion").asText()).isEqualTo("sample-1");
        assertThat(answer.at("/data/observations").isNull()).isTrue();
        assertThat(answer.at("/errors/0/path/0").asText()).isEqualTo("observations");
    }

    @Test
    void manyUnknownIdsAreSaidShortly() throws Exception {
        StringBuilder ids = new StringBuilder();
        for (int id = 0; id < 190; id++) {
            ids.append("\"zz").append(id).append("\" ");
        }
        JsonNode answer = TestService.shared()
                .query("{ observations(filter: {indicators: [" + ids + "], areas: [\"" + "y".repeat(1_900)
                        + "\"]}) { totalCount } }");

        JsonNode errors = answer.path("errors");
        assertThat(errors).hasSize(21);
        assertThat(errors.get(20).path("message").asText()).isEqualTo("171 more problems are not listed.");
        assertThat(errors.findValues("nearest")).allMatch(nearest -> nearest.size() <= 3);
    }

    @Test
    void longTextOfACallerIsRepeatedInPart() throws Exception {
        JsonNode error = TestService.shared()
                .error("{ observations(filter: {areas: [\"" + "y".repeat(1_900) + "\"]}) { totalCount } }");

        assertThat(error.path("message").asText())
                .isEqualTo("There is no area '" + "y".repeat(60) + "… (1900 characters)'.");
    }

    private static String raw(String request) throws Exception {
        try (Socket socket = RawHttp.open(TestService.shared())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
