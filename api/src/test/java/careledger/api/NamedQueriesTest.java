package careledger.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.miachm.sods.SpreadSheet;
import graphql.language.Field;
import graphql.language.OperationDefinition;
import graphql.language.SelectionSet;
import graphql.parser.Parser;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class NamedQueriesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String EVERYTHING =
            "?breakdowns=ALL&headlineOnly=false" + "&valueKinds=ACTUAL,PROVISIONAL,PREVIOUSLY_REPORTED,TARGET,FORECAST";

    /** A table that gives a figure with its period or the day of its document says what of them is not printed. */
    @Test
    void figuresNeverComeWithoutTheNotesOnTheirDates() throws Exception {
        Path folder = Path.of("src", "main", "resources", "careledger", "api", "queries");
        List<String> missing = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                new Parser()
                        .parseDocument(Files.readString(file))
                        .getDefinitionsOfType(OperationDefinition.class)
                        .forEach(query -> datesWithoutNotes(query.getSelectionSet(), file.getFileName() + "", missing));
            }
        }

        assertThat(missing).isEmpty();
    }

    private static void datesWithoutNotes(SelectionSet set, String where, List<String> missing) {
        List<Field> fields = set.getSelectionsOfType(Field.class);
        List<String> names = fields.stream().map(Field::getName).toList();
        boolean figure = names.contains("valueText") && names.contains("sourceTitle") && names.contains("value");
        boolean dated = names.contains("period") || names.contains("periodLabel");
        if (figure && dated && !names.contains("periodNote")) {
            missing.add(where + ": periodNote");
        }
        if (figure && names.contains("publishedOn") && !names.contains("publishedOnNote")) {
            missing.add(where + ": publishedOnNote");
        }
        fields.stream()
                .filter(field -> field.getSelectionSet() != null)
                .forEach(field -> datesWithoutNotes(field.getSelectionSet(), where, missing));
    }

    @Nested
    class Listing {
        @Test
        void everyExampleIsAnswered() throws Exception {
            JsonNode queries = json("/api/q").path("queries");

            assertThat(queries.findValuesAsText("name"))
                    .contains("observations", "trend", "scorecard", "conflicts", "indicators", "areas", "sources");
            for (JsonNode query : queries) {
                assertThat(query.path("examples")).hasSizeGreaterThanOrEqualTo(3);
                for (JsonNode example : query.path("examples")) {
                    HttpResponse<byte[]> answer = get(example.asText());

                    assertThat(answer.statusCode())
                            .as(example.asText() + " " + text(answer))
                            .isEqualTo(200);
                }
            }
        }

        @Test
        void columnsAreThoseOfTheAnswersInOrder() throws Exception {
            for (JsonNode query : json("/api/q").path("queries")) {
                List<String> said = query.path("columns").findValuesAsText("name");
                String base = query.path("examples").path(0).asText();

                assertThat(DownloadedTable.csv(
                                        get(base.replace(".json", ".csv")).body())
                                .columns())
                        .as(base)
                        .isEqualTo(said);
                assertThat(DownloadedTable.parquet(
                                        get(base.replace(".json", ".parquet")).body())
                                .columns())
                        .as(base)
                        .isEqualTo(said);
                assertThat(json(base).at("/extensions/columns").findValuesAsText("name"))
                        .as(base)
                        .isEqualTo(said);
            }
        }

        @Test
        void parametersSayTheirTypesDefaultsAndExamples() throws Exception {
            JsonNode first = null;
            for (JsonNode query : json("/api/q").path("queries")) {
                if (query.path("name").asText().equals("observations")) {
                    first = query.path("parameters").path(22);
                }
            }

            assertThat(String.valueOf(first))
                    .isEqualTo("{\"name\":\"first\",\"type\":\"Int!\",\"list\":false,\"required\":false,"
                            + "\"usual\":\"10000\",\"about\":\"Rows of one page. CSV and Parquet without it hold every"
                            + " row.\",\"example\":\"10\"}");
        }
    }

    @Nested
    class Cells {
        @Test
        void areTheSameInJsonCsvParquetAndPost() throws Exception {
            JsonNode rows = json("/api/q/observations.json" + EVERYTHING).at("/data/observations/rows");
            DownloadedTable csv = DownloadedTable.csv(
                    get("/api/q/observations.csv" + EVERYTHING).body());
            DownloadedTable parquet = DownloadedTable.parquet(
                    get("/api/q/observations.parquet" + EVERYTHING).body());
            JsonNode posted = TestService.shared()
                    .query(
                            "query Q($f: ObservationFilter!) { observations(filter: $f) { rows { "
                                    + String.join(" ", csv.columns()) + " } } }",
                            Map.of(
                                    "f",
                                    Map.of(
                                            "breakdowns",
                                            "ALL",
                                            "headlineOnly",
                                            false,
                                            "valueKinds",
                                            List.of(
                                                    "ACTUAL",
                                                    "PROVISIONAL",
                                                    "PREVIOUSLY_REPORTED",
                                                    "TARGET",
                                                    "FORECAST"))))
                    .at("/data/observations/rows");

            assertThat(rows).isEqualTo(posted).hasSizeGreaterThan(80);
            assertThat(csv.rows()).hasSize(rows.size());
            assertThat(parquet.rows()).hasSize(rows.size());
            for (int row = 0; row < rows.size(); row++) {
                for (int column = 0; column < csv.columns().size(); column++) {
                    String name = csv.columns().get(column);
                    JsonNode cell = rows.get(row).path(name);

                    assertThat(same(cell, parquet.rows().get(row).get(column)))
                            .as(name + " " + cell)
                            .isTrue();
                    assertThat(same(cell, withoutApostrophe(csv.rows().get(row).get(column))))
                            .as(name + " " + cell)
                            .isTrue();
                }
            }
        }

        @Test
        void ofNestedListsAreARowEach() throws Exception {
            JsonNode conflicts = json("/api/q/conflicts.json").at("/data/conflicts/rows");
            DownloadedTable csv =
                    DownloadedTable.csv(get("/api/q/conflicts.csv").body());

            assertThat(csv.columns())
                    .containsSubsequence("period", "breakdown", "headlineId", "headlineValue", "otherId", "difference");
            assertThat(csv.rows())
                    .hasSameSizeAs(conflicts.findValues("otherId"))
                    .hasSizeGreaterThan(2);
            assertThat(csv.column("otherValue")).contains("657", "582", "465");
        }

        @Test
        void haveTypesFromTheContract() throws Exception {
            DownloadedTable parquet =
                    DownloadedTable.parquet(get("/api/q/observations.parquet").body());

            assertThat(type(parquet, "reportingYear")).isEqualTo("INTEGER");
            assertThat(type(parquet, "value")).isEqualTo("DOUBLE");
            assertThat(type(parquet, "headline")).isEqualTo("BOOLEAN");
            assertThat(type(parquet, "publishedOn")).isEqualTo("DATE");
            assertThat(type(parquet, "area")).isEqualTo("VARCHAR");
            assertThat(type(
                            DownloadedTable.parquet(
                                    get("/api/q/releases.parquet").body()),
                            "createdAt"))
                    .isEqualTo("TIMESTAMP WITH TIME ZONE");
        }

        private static String type(DownloadedTable table, String column) {
            return table.types().get(table.columns().indexOf(column));
        }

        private static @Nullable String withoutApostrophe(@Nullable String cell) {
            return cell != null && cell.startsWith("'") ? cell.substring(1) : cell;
        }

        private static boolean same(JsonNode cell, @Nullable String text) {
            if (cell.isNull() || text == null) {
                return cell.isNull() && text == null;
            }
            return cell.isNumber()
                    ? cell.decimalValue().compareTo(new BigDecimal(text)) == 0
                    : cell.asText().equals(text);
        }
    }

    @Nested
    class Csv {
        @Test
        void formulasAreDisarmedAndNumbersAreNot() throws Exception {
            List<@Nullable String> caveats =
                    DownloadedTable.csv(get("/api/q/observations.csv").body()).column("caveat");

            assertThat(caveats)
                    .contains("'=HYPERLINK(\"http://x.example\",\"click\")", "'+1+1", "'-2+3", "'@SUM(A1)")
                    .contains("'\tafter a tab", "'\rafter a return")
                    .contains("-12.5%", "007", "a comma, a \"quote\"\nand a second line")
                    .contains("Ynys Môn – ≥ 5 children 👧", "2009-10", "", null);
        }

        @Test
        void textStandsInQuotesAndNumbersDoNot() throws Exception {
            String csv = text(get("/api/q/observations.csv?indicators=cic_count&areas=E10000018&latest=1"));

            assertThat(csv.lines().skip(1)).singleElement().satisfies(line -> assertThat(line)
                    .contains(",\"E10000018\",\"Leicestershire\",", ",2020,\"total\",", ",654,\"654\",,,", ",true,"));
            assertThat(csv).endsWith("\r\n");
        }

        @Test
        void forSpreadsheetsStartsWithAMarkAndHoldsNoFalseMonths() throws Exception {
            byte[] body = get("/api/q/observations.csv?bom=true").body();

            assertThat(body).startsWith(0xEF, 0xBB, 0xBF);
            assertThat(new String(body, UTF_8)).contains("\"2009\u201110\"").doesNotContain("\"2009-10\"");
        }
    }

    @Nested
    class Pages {
        @Test
        void jsonSaysWhereItGoesOn() throws Exception {
            List<String> walked = new ArrayList<>();
            String next = "/api/q/observations.json?first=30";
            while (next != null) {
                HttpResponse<byte[]> page = get(next);
                walked.addAll(
                        JSON.readTree(page.body()).at("/data/observations/rows").findValuesAsText("id"));
                next = page.headers()
                        .firstValue("Link")
                        .map(link -> link.substring(1, link.indexOf('>')))
                        .orElse(null);
            }

            assertThat(walked)
                    .hasSizeGreaterThan(60)
                    .doesNotHaveDuplicates()
                    .isEqualTo(
                            DownloadedTable.csv(get("/api/q/observations.csv").body())
                                    .column("id"));
        }

        @Test
        void csvOfOnePageSaysThatThereIsMore() throws Exception {
            String key = TestService.shared().key("reader");

            HttpResponse<byte[]> page = get("/api/q/observations.csv?first=30&key=" + key);

            assertThat(DownloadedTable.csv(page.body()).rows()).hasSize(30);
            assertThat(page.headers().firstValue("Link")).hasValueSatisfying(link -> assertThat(link)
                    .startsWith("</api/q/observations.csv?first=30&key=" + key + "&after=")
                    .endsWith(">; rel=\"next\""));
        }
    }

    @Nested
    class Workbooks {
        @Test
        void holdTheRowsOfTheCsvAndSayWhatTheyAre() throws Exception {
            String address = "/api/q/observations.%s?indicators=cic_count&areas=E10000018";
            List<String> values =
                    DownloadedTable.csv(get(address.formatted("csv")).body()).column("value");

            HttpResponse<byte[]> xlsx = get(address.formatted("xlsx"));
            assertThat(xlsx.headers().firstValue("Content-Type").orElseThrow()).contains("spreadsheetml");
            try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(xlsx.body()))) {
                assertThat(workbook.getSheet("Data").getLastRowNum()).isEqualTo(values.size());
                assertThat(workbook.getSheet("Notes").getRow(1).getCell(1).getStringCellValue())
                        .isEqualTo("Figures");
            }
            SpreadSheet ods = new SpreadSheet(
                    new ByteArrayInputStream(get(address.formatted("ods")).body()));
            assertThat(ods.getSheet("Data").getMaxRows()).isEqualTo(values.size() + 1);
        }
    }

    @Test
    void everyRefusalNamesItsRequest() throws Exception {
        for (String address : List.of(
                "/api/q/observation.csv",
                "/api/q/areas.docx",
                "/api/q/trend.json",
                "/api/q/observations.csv?latest=x",
                "/api/q/observations.csv?indicators=cic_cont",
                "/api/q/observations.csv?indicators=%ff",
                "/api/releases/none")) {
            HttpResponse<byte[]> answer = TestService.shared().send("GET", address, "X-Request-Id", "refused-1");

            assertThat(answer.statusCode()).as(address).isBetween(400, 499);
            assertThat(JSON.readTree(answer.body()).findValuesAsText("requestId"))
                    .as(text(answer))
                    .isNotEmpty()
                    .containsOnly("refused-1");
        }
    }

    private static JsonNode json(String path) throws Exception {
        return JSON.readTree(get(path).body());
    }

    private static HttpResponse<byte[]> get(String path) throws Exception {
        return TestService.shared().send("GET", path);
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), UTF_8);
    }
}
