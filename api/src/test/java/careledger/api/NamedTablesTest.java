package careledger.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.miachm.sods.SpreadSheet;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cross-tables by address, chosen columns, names in place of ids, and the queries that were only in GraphQL. */
class NamedTablesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SLICE = "/api/q/slice.%s?indicators=cic_count&areas=E10000018,E92000001"
            + "&periods=2019-03-31,2020-03-31&down=AREA&across=PERIOD";

    @Test
    void aSliceIsACellARow() throws Exception {
        DownloadedTable csv = DownloadedTable.csv(get(SLICE.formatted("csv")));

        assertThat(csv.columns()).containsExactly("rowKey", "row", "columnKey", "column", "value", "text");
        assertThat(csv.rows())
                .containsExactly(
                        List.of("E10000018", "Leicestershire", "2019-03-31", "31 March 2019", "583", "583"),
                        List.of("E10000018", "Leicestershire", "2020-03-31", "31 March 2020", "654", "654"),
                        List.of("E92000001", "England", "2020-03-31", "31 March 2020", "80000", "80,000"));
        assertThat(DownloadedTable.parquet(get(SLICE.formatted("parquet"))).column("value"))
                .containsExactly("583.0", "654.0", "80000.0");
        assertThat(json(SLICE.formatted("json")).at("/data/slice/entries")).hasSize(3);
    }

    @Test
    void aCrossTableIsAsDisplayed() throws Exception {
        String address = SLICE + "&layout=cross";
        DownloadedTable csv = DownloadedTable.csv(get(address.formatted("csv")));

        assertThat(csv.columns()).containsExactly("AREA", "31 March 2019", "31 March 2020");
        assertThat(csv.column("31 March 2020")).containsExactly("654", "80000");
        assertThat(csv.column("31 March 2019")).containsExactly("583", null);
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(get(address.formatted("xlsx"))))) {
            XSSFSheet sheet = book.getSheet("Data");
            assertThat(sheet.getRow(0).getCell(2).getStringCellValue()).isEqualTo("31 March 2020");
            assertThat(sheet.getRow(1).getCell(2).getNumericCellValue()).isEqualTo(654);
        }
        assertThat(new SpreadSheet(new ByteArrayInputStream(get(address.formatted("ods"))))
                        .getSheet("Data")
                        .getMaxRows())
                .isEqualTo(3);
        assertThat(DownloadedTable.parquet(get(address.formatted("parquet"))).columns())
                .isEqualTo(csv.columns());
        assertThat(status(address.formatted("json"))).isEqualTo(400);
        assertThat(status("/api/q/areas.csv?layout=cross")).isEqualTo(400);
    }

    @Test
    void columnsAreChosenAndOrdered() throws Exception {
        String address =
                "/api/q/observations.%s?indicators=cic_count&areas=E10000018&latest=1&columns=valueText,period";

        assertThat(new String(get(address.formatted("csv")), UTF_8))
                .isEqualTo("valueText,period\r\n\"654\",\"2020-03-31\"\r\n");
        assertThat(DownloadedTable.parquet(get(address.formatted("parquet"))).columns())
                .containsExactly("valueText", "period");
        assertThat(json(address.formatted("json")).at("/data/observations/rows").toString())
                .isEqualTo("[{\"period\":\"2020-03-31\",\"valueText\":\"654\"}]");
        assertThat(DownloadedTable.csv(get("/api/q/conflicts.csv?columns=otherValue,period"))
                        .columns())
                .containsExactly("otherValue", "period");
        JsonNode refused = json("/api/q/observations.csv?columns=valeText");
        assertThat(refused.at("/errors/0/message").asText()).contains("valeText");
        assertThat(refused.toString()).contains("valueText");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/q/observations.csv?indicators=cic_count&areas=%s | E10000018 | leicestershire",
                "/api/q/observations.csv?areas=E10000018&indicators=%s | cic_count | Children+in+care",
                "/api/q/trend.csv?indicator=cic_count&areas=%s | E10000018 | Leicestershire",
                "/api/q/conflicts.csv?area=%s | E10000018 | LEICESTERSHIRE",
                "/api/q/slice.csv?indicators=cic_count&areas=%s | E10000018 | Leicestershire"
            })
    void namesAreTakenWhereIdsAre(String address, String id, String name) throws Exception {
        assertThat(new String(get(address.formatted(name)), UTF_8))
                .isEqualTo(new String(get(address.formatted(id)), UTF_8))
                .contains("E10000018");
    }

    @Test
    void anEmptyListMeansNone() throws Exception {
        String question = "{ observations(filter: {%s}) { totalCount } }";
        int all = count(question.formatted(""));

        for (String list : List.of(
                "indicators", "topics", "areas", "areaKinds", "periods", "periodKinds", "reportingYears", "sources")) {
            assertThat(count(question.formatted(list + ": []"))).as(list).isZero();
            assertThat(count(question.formatted(list + ": null"))).as(list).isEqualTo(all);
        }
        assertThat(all).isPositive();
    }

    @Test
    void membersAreNamedByTheirIds() throws Exception {
        assertThat(DownloadedTable.csv(get("/api/q/observations.csv?members=sex%3Dfemale,sex%3Dmale"))
                        .column("breakdown"))
                .isEqualTo(
                        DownloadedTable.csv(get("/api/q/observations-by-member.csv?dimension=sex&members=female,male"))
                                .column("breakdown"))
                .isNotEmpty();
        assertThat(status("/api/q/observations.csv?members=female")).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/q/runs.csv",
        "/api/q/rejections.csv",
        "/api/q/release-differences.csv?from=sample-1&to=sample-1",
        "/api/q/comparators.csv?indicator=cic_count",
        "/api/q/targets.csv?indicator=cic_count",
        "/api/q/scorecard.csv?period=FY2018-19"
    })
    void readersAreAnswered(String address) throws Exception {
        HttpResponse<byte[]> answer = TestService.shared()
                .send("GET", address, "X-API-Key", TestService.shared().key("reader"));

        assertThat(answer.statusCode()).as(new String(answer.body(), UTF_8)).isEqualTo(200);
    }

    @Test
    void rejectionsNameTheirFileAndRepeatNothingOfIt() throws Exception {
        DownloadedTable csv = DownloadedTable.csv(get("/api/q/rejections.csv"));

        assertThat(csv.columns()).containsExactly("run", "file", "line", "column", "rule", "reason");
        assertThat(csv.column("file")).containsExactly("annual-report-2019-20/claims.csv");
    }

    private static int count(String question) throws Exception {
        return TestService.shared().data(question).path("totalCount").asInt();
    }

    private static JsonNode json(String path) throws Exception {
        return JSON.readTree(TestService.shared().send("GET", path).body());
    }

    private static byte[] get(String path) throws Exception {
        HttpResponse<byte[]> answer = TestService.shared().send("GET", path);
        assertThat(answer.statusCode())
                .as(path + new String(answer.body(), UTF_8))
                .isEqualTo(200);
        return answer.body();
    }

    private static int status(String path) throws Exception {
        return TestService.shared().send("GET", path).statusCode();
    }
}
