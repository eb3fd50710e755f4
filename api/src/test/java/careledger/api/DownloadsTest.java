package careledger.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import careledger.api.graphql.ServedContract;
import careledger.release.sample.SampleRelease;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DownloadsTest {
    private static final String OBSERVATIONS = "/api/releases/current/fact_observation.parquet";
    private static final String DATABASE = "/api/releases/current/care-ledger.duckdb";

    @TempDir
    private Path folder;

    @Test
    void everyListedFileIsThereWithItsRows() throws Exception {
        JsonNode release = json("/api/releases/current");

        assertThat(release.path("id").asText()).isEqualTo("sample-1");
        assertThat(release.path("files")).hasSizeGreaterThan(10);
        for (JsonNode file : release.path("files")) {
            HttpResponse<byte[]> answer = get(file.path("url").asText());

            assertThat(answer.statusCode()).isEqualTo(200);
            if (file.path("name").asText().endsWith(".parquet")) {
                assertThat(DownloadedTable.parquet(answer.body()).rows())
                        .as(file.path("name").asText())
                        .hasSize(file.path("rows").asInt());
            }
        }
    }

    @Test
    void databaseHoldsTheFlatTableAndNothingRefusedOrInternal() throws Exception {
        Path file = Files.write(folder.resolve("x.duckdb"), get(DATABASE).body());
        Properties readOnly = new Properties();
        readOnly.setProperty("duckdb.read_only", "true");
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:" + file, readOnly);
                Statement statement = duck.createStatement()) {
            try (ResultSet figure = statement.executeQuery(
                    "select value from observation where indicator_id = 'cic_count' and area_id = 'E10000018' and"
                            + " period_id = '2020-03-31' and breakdown_id = 'total' and is_headline")) {
                assertThat(figure.next()).isTrue();
                assertThat(figure.getInt(1)).isEqualTo(654);
                assertThat(figure.next()).isFalse();
            }
            for (String table : List.of("fact_observation", "dim_source", "bridge_neighbour", "observation")) {
                try (ResultSet rows = statement.executeQuery("select count(*) from " + table)) {
                    assertThat(rows.next()).isTrue();
                }
            }
            try (ResultSet internal = statement.executeQuery("select count(*) from duckdb_columns()"
                    + " where table_name in ('fact_rejection', 'serving_file') or column_name = 'facts'")) {
                assertThat(internal.next()).isTrue();
                assertThat(internal.getInt(1)).isZero();
            }
        }
        assertThat(get("/api/releases/current/fact_rejection.parquet").statusCode())
                .isEqualTo(404);
    }

    @Test
    void rangesAreParts() throws Exception {
        byte[] whole = get(OBSERVATIONS).body();

        assertThat(get(OBSERVATIONS, "Range", "bytes=4-9").body()).isEqualTo(Arrays.copyOfRange(whole, 4, 10));
        HttpResponse<byte[]> end = get(OBSERVATIONS, "Range", "bytes=-4");
        assertThat(end.statusCode()).isEqualTo(206);
        assertThat(new String(end.body(), UTF_8)).isEqualTo("PAR1");
        assertThat(header(end, "Content-Range"))
                .isEqualTo("bytes " + (whole.length - 4) + "-" + (whole.length - 1) + "/" + whole.length);
        HttpResponse<byte[]> beyond = get(OBSERVATIONS, "Range", "bytes=" + whole.length + "-");
        assertThat(beyond.statusCode()).isEqualTo(416);
        assertThat(header(beyond, "Content-Range")).isEqualTo("bytes */" + whole.length);
        assertThat(get(OBSERVATIONS, "Range", "lines=1-2").body()).isEqualTo(whole);
    }

    @Test
    void rangeOfOtherBytesIsTheWholeFile() throws Exception {
        String etag = header(get(OBSERVATIONS), "ETag");

        assertThat(get(OBSERVATIONS, "Range", "bytes=0-3", "If-Range", etag).statusCode())
                .isEqualTo(206);
        assertThat(get(OBSERVATIONS, "Range", "bytes=0-3", "If-Range", "\"older\"")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void addressWithAnIdIsKeptForEverAndCurrentIsAskedForAnew() throws Exception {
        HttpResponse<byte[]> current = get(OBSERVATIONS);
        HttpResponse<byte[]> named = get("/api/releases/sample-1/fact_observation.parquet");

        assertThat(header(current, "Cache-Control")).isEqualTo("public, max-age=300, must-revalidate");
        assertThat(header(named, "Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
        assertThat(named.body()).isEqualTo(current.body());
        assertThat(header(current, "X-Data-Version")).isEqualTo("sample-1");
        assertThat(get(OBSERVATIONS, "If-None-Match", header(current, "ETag")).statusCode())
                .isEqualTo(304);
    }

    @Test
    void headTellsTheLength() throws Exception {
        HttpResponse<byte[]> head = TestService.shared().send("HEAD", OBSERVATIONS);

        assertThat(header(head, "Content-Length"))
                .isEqualTo(Integer.toString(get(OBSERVATIONS).body().length));
        assertThat(header(head, "Accept-Ranges")).isEqualTo("bytes");
    }

    @Test
    void noNameLeadsOutOfTheRelease() throws Exception {
        for (String path : new String[] {
            "/api/releases/current/..%2F..%2FCURRENT",
            "/api/releases/current/%2e%2e/%2e%2e/CURRENT",
            "/api/releases/..%2Fserving/sample-1.duckdb",
            "/api/releases/%2e%2e/CURRENT",
            "/api/releases/current/manifest.json",
            "/api/releases/current/fact_observation.parquet%00.txt",
            "/api/releases/./fact_observation.parquet"
        }) {
            assertThat(get(path).statusCode()).as(path).isIn(400, 404);
        }
    }

    @Test
    void unknownNamesAreAnsweredInWords() throws Exception {
        assertThat(message("/api/releases/sample-2")).contains("no release 'sample-2'", "Nearest known: 'sample-1'");
        assertThat(message("/api/releases/current/fact_observations.parquet"))
                .contains("no file 'fact_observations.parquet'", "'fact_observation.parquet'");
    }

    @Test
    void olderReleaseKeepsItsTablesAndItsAddress() throws Exception {
        SampleRelease.publish(folder, "one");
        try (TestService service = new TestService(folder)) {
            byte[] old = service.send("GET", OBSERVATIONS).body();
            String etag = header(service.send("GET", OBSERVATIONS), "ETag");
            service.publish("two", 30);

            assertThat(service.send("GET", "/api/releases/one/fact_observation.parquet")
                            .body())
                    .isEqualTo(old);
            assertThat(service.send("GET", OBSERVATIONS, "If-None-Match", etag).statusCode())
                    .isEqualTo(200);
            assertThat(service.send("GET", "/api/releases/one/care-ledger.duckdb")
                            .statusCode())
                    .isEqualTo(404);
            assertThat(service.send("GET", DATABASE).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void contractIsTheOneThatIsServed() throws Exception {
        HttpResponse<byte[]> contract = get("/api/schema.graphqls");

        assertThat(new String(contract.body(), UTF_8)).isEqualTo(ServedContract.text());
        assertThat(get("/api/schema.graphqls", "If-None-Match", header(contract, "ETag"))
                        .statusCode())
                .isEqualTo(304);
    }

    private static String message(String path) throws Exception {
        return json(path).at("/errors/0/message").asText();
    }

    private static JsonNode json(String path) throws Exception {
        return new ObjectMapper().readTree(get(path).body());
    }

    private static HttpResponse<byte[]> get(String path, String... headers) throws Exception {
        return TestService.shared().send("GET", path, headers);
    }

    private static String header(HttpResponse<byte[]> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
