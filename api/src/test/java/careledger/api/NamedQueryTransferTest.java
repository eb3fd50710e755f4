package careledger.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import careledger.release.sample.SampleRelease;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How answers by name travel: caches, encodings, refusals, releases that change, answers that break off. */
class NamedQueryTransferTest {
    private static final String CSV = "/api/q/observations.csv";

    @TempDir
    private Path folder;

    @Nested
    class Caches {
        @Test
        void knownAnswerIsNotSentAgain() throws Exception {
            HttpResponse<byte[]> first = get(CSV);
            HttpResponse<byte[]> again = get(CSV, "If-None-Match", "\"other\", " + header(first, "ETag"));

            assertThat(again.statusCode()).isEqualTo(304);
            assertThat(again.body()).isEmpty();
            for (String name : new String[] {"ETag", "Last-Modified", "Cache-Control"}) {
                assertThat(header(again, name)).as(name).isNotEmpty().isEqualTo(header(first, name));
            }
            assertThat(header(first, "ETag")).matches("\"[0-9a-f]{24}\"");
            assertThat(header(first, "Cache-Control")).isEqualTo("public, max-age=300, must-revalidate");
            assertThat(header(first, "X-Data-Version")).isEqualTo("sample-1");
        }

        @Test
        void tagTellsRepresentationsParametersAndEncodingsApart() throws Exception {
            assertThat(new String[] {
                        header(get(CSV), "ETag"),
                        header(get(CSV, "Accept-Encoding", "gzip"), "ETag"),
                        header(get(CSV + "?bom=true"), "ETag"),
                        header(get(CSV + "?first=10"), "ETag"),
                        header(get("/api/q/observations.json"), "ETag"),
                        header(get("/api/q/observations.parquet"), "ETag")
                    })
                    .doesNotHaveDuplicates()
                    .doesNotContain("");
        }

        @Test
        void orderOfParametersMakesNoOtherAnswer() throws Exception {
            String key = TestService.shared().key("reader");

            assertThat(header(get(CSV + "?areas=E10000018&indicators=cic_count"), "ETag"))
                    .isEqualTo(header(get(CSV + "?indicators=cic_count&areas=E10000018&key=" + key), "ETag"));
        }

        @Test
        void whatAKeyOpensIsForNoSharedCache() throws Exception {
            String key = TestService.shared().key("reader");

            assertThat(header(get(CSV + "?key=" + key), "Cache-Control")).startsWith("private");
            assertThat(header(get(CSV, "X-API-Key", key), "Cache-Control")).startsWith("private");
        }

        @Test
        void whatChangesWithoutAReleaseIsNotKept() throws Exception {
            HttpResponse<byte[]> runs = get("/api/q/runs.json");

            assertThat(header(runs, "Cache-Control")).isEqualTo("no-store");
            assertThat(header(runs, "ETag")).isEmpty();
        }

        @Test
        void refusalIsNotKept() throws Exception {
            HttpResponse<byte[]> refused = get(CSV + "?indicators=cic_cont");

            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(header(refused, "Cache-Control")).isEqualTo("no-store");
            assertThat(header(refused, "ETag")).isEmpty();
        }

        @Test
        void sameQuestionGivesTheSameBytes() throws Exception {
            for (String suffix : new String[] {"csv", "json", "parquet"}) {
                String path = "/api/q/observations." + suffix;

                assertThat(get(path).body()).as(suffix).isEqualTo(get(path).body());
            }
        }
    }

    @Nested
    class Encodings {
        @Test
        void compressedAnswerHoldsTheSame() throws Exception {
            HttpResponse<byte[]> compressed = get(CSV, "Accept-Encoding", "br, gzip;q=0.5");

            assertThat(header(compressed, "Content-Encoding")).isEqualTo("gzip");
            assertThat(new GZIPInputStream(new ByteArrayInputStream(compressed.body())).readAllBytes())
                    .isEqualTo(get(CSV).body());
            assertThat(String.join(",", compressed.headers().allValues("Vary")))
                    .contains("Accept-Encoding")
                    .contains("Accept,");
        }

        @Test
        void compressionCanBeRefused() throws Exception {
            assertThat(header(get(CSV, "Accept-Encoding", "gzip;q=0"), "Content-Encoding"))
                    .isEmpty();
        }

        @Test
        void headSaysWhatGetWould() throws Exception {
            for (String path : new String[] {CSV, "/api/q/observations.json", "/api/q/observations.parquet"}) {
                HttpResponse<byte[]> head = TestService.shared().send("HEAD", path);

                assertThat(head.statusCode()).isEqualTo(200);
                assertThat(head.body()).isEmpty();
                for (String name : new String[] {"ETag", "Content-Type", "Cache-Control", "Content-Disposition"}) {
                    assertThat(header(head, name)).as(name).isEqualTo(header(get(path), name));
                }
            }
            assertThat(TestService.shared().send("HEAD", CSV + "?latest=x").statusCode())
                    .isEqualTo(400);
        }

        @Test
        void scriptsOfAnyOriginMayRead() throws Exception {
            HttpResponse<byte[]> answer = get(CSV, "Origin", "https://observable.example");

            assertThat(header(answer, "Access-Control-Allow-Origin")).isEqualTo("*");
            assertThat(header(answer, "Access-Control-Expose-Headers")).contains("ETag", "Link", "X-Data-Version");
        }

        @Test
        void acceptChoosesWhereNoSuffixDoes() throws Exception {
            assertThat(type("text/csv")).isEqualTo("text/csv;header=present;charset=UTF-8");
            assertThat(type("text/csv;q=0.1, application/vnd.apache.parquet"))
                    .isEqualTo("application/vnd.apache.parquet");
            assertThat(type("text/html, */*;q=0.8")).isEqualTo("application/json");
            assertThat(header(get("/api/q/areas"), "Content-Type")).isEqualTo("application/json");
            assertThat(header(get("/api/q/areas.csv", "Accept", "application/json"), "Content-Type"))
                    .startsWith("text/csv");
        }

        @Test
        void nothingAcceptableIsSaidInWords() throws Exception {
            for (String accept : new String[] {"application/xml", "nonsense", "text/csv;q=0"}) {
                HttpResponse<byte[]> answer = get("/api/q/areas", "Accept", accept);

                assertThat(answer.statusCode()).as(accept).isEqualTo(406);
                assertThat(error(answer).path("message").asText()).contains(".csv (text/csv)", accept);
            }
        }

        private static String type(String accept) throws Exception {
            return header(get("/api/q/areas", "Accept", accept), "Content-Type");
        }
    }

    @Nested
    class Refusals {
        @Test
        void everythingWrongIsSaidAtOnce() throws Exception {
            HttpResponse<byte[]> answer =
                    get(CSV + "?indicator=cic_count&latest=x&from=2020-02-31&areaKinds=AUTHORTY&by=&headlineOnly=TRUE");

            JsonNode errors = new ObjectMapper().readTree(answer.body()).path("errors");
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(errors.findValuesAsText("code")).hasSize(6).containsOnly("BAD_INPUT");
            assertThat(errors.findValuesAsText("message"))
                    .contains(
                            "The query 'observations' has no parameter 'indicator'. Nearest known: 'indicators'.",
                            "The parameter 'latest' is 'x'; expected a whole number, as in 10.",
                            "The parameter 'by' is empty.",
                            "The parameter 'headlineOnly' is 'TRUE'; expected true or false.")
                    .anySatisfy(message -> assertThat(message).contains("'2020-02-31' is no day"))
                    .anySatisfy(message -> assertThat(message).contains("expected one of AUTHORITY, REGION"));
        }

        @Test
        void missingParameterIsNamedWithAnExample() throws Exception {
            JsonNode error = error(get("/api/q/trend.json"));

            assertThat(error.path("message").asText())
                    .isEqualTo("The parameter 'indicator' is missing: Which indicator.");
            assertThat(error.at("/extensions/hint").asText()).isEqualTo("For example indicator=cic_count.");
        }

        @Test
        void unknownQueryAndSuffixAreNamed() throws Exception {
            assertThat(get("/api/q/observation.csv").statusCode()).isEqualTo(404);
            assertThat(error(get("/api/q/observation.csv")).path("message").asText())
                    .contains("Nearest known: 'observations'");
            assertThat(error(get("/api/q/areas.docx")).path("message").asText()).contains("no '.docx'");
        }

        @Test
        void unknownIdNamesTheNearest() throws Exception {
            JsonNode error = error(get(CSV + "?indicators=cic_cont"));

            assertThat(error.at("/extensions/code").asText()).isEqualTo("UNKNOWN_ID");
            assertThat(error.at("/extensions/nearest/0").asText()).isEqualTo("cic_count");
        }

        @Test
        void tooMuchAndTwiceAndBrokenAreRefused() throws Exception {
            assertThat(error(get(CSV + "?first=10001")).at("/extensions/code").asText())
                    .isEqualTo("LIMIT_EXCEEDED");
            assertThat(error(get(CSV + "?latest=1&latest=2")).path("message").asText())
                    .contains("occurs 2 times");
            assertThat(error(get(CSV + "?bom=yes")).path("message").asText()).contains("true or false");
            assertThat(error(get("/api/q/areas.json?bom=true")).path("message").asText())
                    .contains("CSV");
        }
    }

    @Nested
    class ReleasesThatChange {
        @Test
        void columnsStayWithoutRowsAndAfterALoad() throws Exception {
            SampleRelease.publish(folder, "one");
            try (TestService service = new TestService(folder)) {
                String header = header(service, CSV);
                DownloadedTable parquet = parquet(service, "");
                HttpResponse<byte[]> old = service.send("GET", CSV);

                assertThat(header(service, CSV + "?periods=2031-03-31")).isEqualTo(header);
                assertThat(parquet(service, "?periods=2031-03-31").types()).isEqualTo(parquet.types());
                service.publish("two", 30);
                HttpResponse<byte[]> loaded = service.send("GET", CSV, "If-None-Match", header(old, "ETag"));
                assertThat(loaded.statusCode()).isEqualTo(200);
                assertThat(loaded.body().length).isGreaterThan(old.body().length);
                assertThat(header(service, CSV)).isEqualTo(header);
                assertThat(parquet(service, "").columns()).isEqualTo(parquet.columns());
                assertThat(parquet(service, "").types()).isEqualTo(parquet.types());
            }
        }

        @Test
        void longTableIsReadPageByPageToItsEnd() throws Exception {
            SampleRelease.publish(folder, "one", 60);
            try (TestService service = new TestService(folder, "--careledger.limits.pageRows=7")) {
                DownloadedTable csv =
                        DownloadedTable.csv(service.send("GET", CSV).body());

                assertThat(csv.column("id"))
                        .hasSizeGreaterThan(60)
                        .doesNotHaveDuplicates()
                        .isEqualTo(parquet(service, "").column("id"))
                        .isEqualTo(DownloadedTable.csv(get(CSV).body()).column("id"));
            }
        }

        @Test
        void manyTablesAtOnceWaitForEachOther() throws Exception {
            SampleRelease.publish(folder, "one", 60);
            try (TestService service = new TestService(folder, "--careledger.limits.pageRows=7")) {
                List<CompletableFuture<HttpResponse<byte[]>>> tables = new ArrayList<>();
                for (int i = 0; i < 24; i++) {
                    String path = CSV + "?from=20" + (10 + i % 12) + "-01-01&headlineOnly=false";
                    tables.add(service.sendLater("GET", path));
                }

                for (CompletableFuture<HttpResponse<byte[]>> table : tables) {
                    assertThat(table.get().statusCode()).isEqualTo(200);
                }
            }
        }

        @Test
        void answerThatFailsOnTheWayDoesNotLookComplete() throws Exception {
            SampleRelease.publish(folder, "one", 60);
            for (String encoding : new String[] {"identity", "gzip"}) {
                try (TestService service =
                        new TestService(folder, "--careledger.limits.pageRows=7", "--fault.after=3")) {
                    assertThatThrownBy(() -> service.send("GET", CSV, "Accept-Encoding", encoding))
                            .isInstanceOf(IOException.class);
                }
            }
        }

        @Test
        void answerThatFailsBeforeItBeganIsRefused() throws Exception {
            SampleRelease.publish(folder, "one", 60);
            try (TestService service = new TestService(folder, "--careledger.limits.pageRows=7", "--fault.after=3")) {
                HttpResponse<byte[]> answer = service.send("GET", "/api/q/observations.parquet");

                assertThat(answer.statusCode()).isEqualTo(500);
                assertThat(header(answer, "ETag")).isEmpty();
            }
        }

        @Test
        void withoutAReleaseTheReasonIsSaid() throws Exception {
            try (TestService service = new TestService(folder)) {
                HttpResponse<byte[]> answer = service.send("GET", CSV);

                assertThat(answer.statusCode()).isEqualTo(503);
                assertThat(error(answer).at("/extensions/code").asText()).isEqualTo("NO_RELEASE");
            }
        }

        private static String header(TestService service, String path) throws Exception {
            return new String(service.send("GET", path).body(), UTF_8)
                    .lines()
                    .findFirst()
                    .orElseThrow();
        }

        private static String header(HttpResponse<byte[]> answer, String name) {
            return NamedQueryTransferTest.header(answer, name);
        }

        private static DownloadedTable parquet(TestService service, String question) throws Exception {
            return DownloadedTable.parquet(service.send("GET", "/api/q/observations.parquet" + question)
                    .body());
        }
    }

    private static HttpResponse<byte[]> get(String path, String... headers) throws Exception {
        return TestService.shared().send("GET", path, headers);
    }

    private static String header(HttpResponse<byte[]> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private static JsonNode error(HttpResponse<byte[]> answer) throws IOException {
        return new ObjectMapper().readTree(answer.body()).at("/errors/0");
    }
}
