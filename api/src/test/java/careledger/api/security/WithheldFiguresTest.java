package careledger.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import careledger.release.TinyRelease;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A council document counts two girls: their count, and that of the boys, which would give it away, are withheld. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WithheldFiguresTest {
    private static final String TWO_GIRLS =
            "UPDATE fact_observation SET value = 2, source_text = '2' WHERE claim_id = 'ar/3'";
    private static final String WITHHELD =
            "{ withheldFigures(indicator: \"cic_count\") { figure { id valueText } value sourceText reason } }";

    @SuppressWarnings("NullAway.Init")
    private GuardedService service;

    @TempDir
    Path folder;

    @BeforeAll
    void start() throws Exception {
        service = new GuardedService(data -> {
            TinyRelease.published(data, "one");
            try (TinyRelease tiny = TinyRelease.prepare()) {
                tiny.change(TWO_GIRLS).publish(data, "two");
            }
        });
    }

    @AfterAll
    void stop() {
        service.close();
    }

    @Test
    void answersSayThatTheyAreWithheldAndNotWhatTheyAre() throws Exception {
        JsonNode rows = service.query("{ observations(filter: {breakdowns: ALL, headlineOnly: false}) { rows { id value"
                        + " valueText status withheld sourceText numerator qualityNote } } }")
                .at("/data/observations/rows");

        List<String> withheld = new ArrayList<>();
        for (JsonNode row : rows) {
            if (row.path("withheld").asBoolean()) {
                withheld.add(
                        row.path("id").asText() + " " + row.path("valueText").asText() + " "
                                + row.path("status").asText());
                assertThat(row.path("value").isNull()).isTrue();
                assertThat(row.path("sourceText").isNull()).isTrue();
            }
        }
        assertThat(withheld).containsExactly("ar/3 [c] CONFIDENTIAL", "ar/4 [c] CONFIDENTIAL");
    }

    /** The boys' count was 357 in both releases, and the girls' changed from 300 to 2. */
    @Test
    void comparingReleasesGivesNoneAway() throws Exception {
        String rows = service.query("{ releaseDiff(from: \"one\", to: \"two\") { rows { kind before { valueText }"
                        + " after { valueText } columns } } }")
                .at("/data/releaseDiff/rows")
                .toString();

        assertThat(rows).contains("[c]").doesNotContain("\"2\"");
    }

    @Test
    void downloadsHoldNoneOfThem() throws Exception {
        assertThat(query("fact_observation.parquet", "SELECT count(*) FROM '%s' WHERE value = 2 OR source_text = '2'"))
                .isEqualTo("0");
        assertThat(query("fact_observation.parquet", "SELECT count(*) FROM '%s' WHERE withheld AND value IS NULL"))
                .isEqualTo("2");
        Path database = download("care-ledger.duckdb");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + database)) {
            assertThat(one(connection, "SELECT string_agg(table_name, ',') FROM duckdb_tables()"))
                    .contains("observation")
                    .doesNotContain("withheld_figure");
            assertThat(one(connection, "SELECT count(*) FROM observation WHERE value = 2"))
                    .isEqualTo("0");
        }
    }

    @Test
    void officersAreAnsweredWhatTheyAre() throws Exception {
        JsonNode figures =
                service.query(WITHHELD, "X-API-Key", service.key("officer")).at("/data/withheldFigures");

        assertThat(figures.toString())
                .isEqualTo("[{\"figure\":{\"id\":\"ar/3\",\"valueText\":\"[c]\"},\"value\":2.0,\"sourceText\":\"2\","
                        + "\"reason\":\"SMALL_COUNT\"},{\"figure\":{\"id\":\"ar/4\",\"valueText\":\"[c]\"},"
                        + "\"value\":357.0,\"sourceText\":\"as printed\",\"reason\":\"WOULD_REVEAL_A_SMALL_COUNT\"}]");
    }

    @Test
    void othersAreRefused() throws Exception {
        for (JsonNode answer :
                List.of(service.query(WITHHELD), service.query(WITHHELD, "X-API-Key", service.key("reader")))) {
            assertThat(answer.at("/data/withheldFigures").isNull()).isTrue();
            assertThat(answer.at("/errors/0/extensions/code").asText()).isEqualTo("FORBIDDEN");
        }
    }

    private String query(String file, String sql) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:")) {
            return one(connection, sql.formatted(download(file)));
        }
    }

    private Path download(String name) throws Exception {
        HttpResponse<byte[]> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(service.uri("/api/releases/current/" + name))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        Path file = Files.createTempDirectory(folder, "download").resolve(name);
        Files.copy(new ByteArrayInputStream(answer.body()), file);
        return file;
    }

    private static String one(Connection connection, String sql) throws Exception {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
