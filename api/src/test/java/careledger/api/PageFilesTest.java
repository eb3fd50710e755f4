package careledger.api;

import static org.assertj.core.api.Assertions.assertThat;

import careledger.api.PageCases.PageCase;
import careledger.api.explorer.Route;
import careledger.api.explorer.Words;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.miachm.sods.SpreadSheet;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every page as a file: the same figures as on the page, typed, with what a reader must know beside them. */
class PageFilesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Every page that can be made and has files, of every route. */
    static Stream<PageCase> pages() throws Exception {
        PageCases cases = PageService.cases();
        return Stream.of(Route.values())
                .filter(route -> route.withoutFiles().isEmpty())
                .flatMap(cases::of)
                .filter(page -> page.status() == 200)
                // Pages of a release that is gone show the current figures, and lead to the current files.
                .filter(page -> !page.path().contains("release=" + PageService.GONE));
    }

    /** Every page that cannot be made, of every route that has files. */
    static Stream<PageCase> problems() throws Exception {
        PageCases cases = PageService.cases();
        return Stream.of(Route.values()).flatMap(cases::of).filter(page -> page.status() != 200);
    }

    /** A program that expects a table must not get a page for people. */
    @ParameterizedTest
    @MethodSource("problems")
    void ofWhatIsNotThereIsTheErrorBody(PageCase page) throws Exception {
        for (String form : page.path().contains("/pack") ? List.of("pdf") : List.of("csv", "json", "xlsx", "ods")) {
            HttpResponse<byte[]> answer = PageService.shared()
                    .send("GET", page.path().replaceFirst("(\\?|$)", "." + form + "$1"), "Accept", "*/*");
            JsonNode error = JSON.readTree(answer.body()).at("/errors/0");

            assertThat(answer.statusCode()).as(form).isEqualTo(page.status());
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
            assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
            assertThat(error.path("message").asText()).isNotEmpty();
            assertThat(error.at("/extensions/code").asText())
                    .isEqualTo(page.status() == 404 ? "UNKNOWN_ID" : "BAD_INPUT");
            assertThat(error.at("/extensions/requestId").asText()).isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void isToBeHadAsEveryFile(PageCase page) throws Exception {
        String html = PageService.shared().get(page.path()).body();
        JsonNode json = JSON.readTree(file(page, "json").body());
        JsonNode first = json.at("/tables/0");
        List<NamedCsvRecord> csv =
                CsvReader.builder()
                        .ofNamedCsvRecord(new String(file(page, "csv").body(), StandardCharsets.UTF_8))
                        .stream()
                        .toList();
        int rows = 0;
        for (JsonNode table : json.get("tables")) {
            rows += table.get("rows").size();
        }

        assertThat(html).contains(">Excel</a>", ">ODS</a>", ">CSV</a>", ">JSON</a>");
        assertThat(csv).hasSize(rows);
        assertThat(json.findValuesAsText("name"))
                .contains("Title", "Status symbols", "Licence", "Address", "Data version");
        try (XSSFWorkbook workbook =
                new XSSFWorkbook(new ByteArrayInputStream(file(page, "xlsx").body()))) {
            Sheet data = workbook.getSheetAt(0);
            assertThat(data.getLastRowNum()).isEqualTo(first.get("rows").size());
            assertThat(workbook.getSheet("Notes").getLastRowNum()).isGreaterThanOrEqualTo(5);
            assertTyped(data, first);
        }
        SpreadSheet ods =
                new SpreadSheet(new ByteArrayInputStream(file(page, "ods").body()));
        assertThat(ods.getSheet(0).getMaxRows()).isEqualTo(first.get("rows").size() + 1);
        assertThat(ods.getSheet("Notes")).isNotNull();
    }

    /** Numbers are numbers, days are days, and nothing is a formula. */
    private static void assertTyped(Sheet data, JsonNode table) {
        for (Row row : data) {
            for (Cell cell : row) {
                assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA);
                if (row.getRowNum() == 0) {
                    continue;
                }
                String column = data.getRow(0).getCell(cell.getColumnIndex()).getStringCellValue();
                JsonNode written = table.get("rows").get(row.getRowNum() - 1).get(column);
                if (written.isNumber()) {
                    assertThat(cell.getNumericCellValue()).isEqualTo(written.asDouble());
                } else if (List.of("From", "To", "Published").contains(column)
                        && written.asText().matches("\\d{4}-\\d\\d-\\d\\d")) {
                    assertThat(DateUtil.isCellDateFormatted(cell)).isTrue();
                }
            }
        }
    }

    @Test
    void onlyPagesWithoutFiguresHaveNoFiles() throws Exception {
        for (Route route : Route.values()) {
            if (route.withoutFiles().isPresent()) {
                assertThat(route.withoutFiles().get()).isNotBlank();
                assertThat(PageService.shared()
                                .get(route.pattern().replace("{id}", "corporate-parenting-board") + ".csv")
                                .statusCode())
                        .isEqualTo(404);
            }
        }
    }

    @Test
    void fileOfAnUnknownIdIsNotFound() throws Exception {
        assertThat(PageService.shared().get("/indicators/dental_chek_pct.csv").statusCode())
                .isEqualTo(404);
    }

    @Test
    void formulaThatSomebodySearchedForIsText() throws Exception {
        String csv = PageService.shared()
                .get("/search.csv?q=%3Dcmd%7C%27/C%20calc%27!A0")
                .body();

        assertThat(csv.lines()).noneMatch(line -> line.matches("(.*,)?\"?[=+@-].*"));
    }

    @Test
    void everyFigureOfTheApiIsInTheFileOfItsIndicator() throws Exception {
        TestService service = PageService.shared();
        int compared = 0;
        for (JsonNode indicator :
                service.data("{ indicators(first: 1000) { rows { id } } }").get("rows")) {
            String id = indicator.get("id").asText();
            List<String> api = new ArrayList<>();
            service.data("{ trend(indicator: \"" + id + "\", areas: [\"E10000018\"]) { lines { area { id } segments {"
                            + " points { id value valueText } } } } }")
                    .get("lines")
                    .findValues("points")
                    .forEach(points ->
                            points.forEach(point -> api.add(point.get("id").asText() + " "
                                    + point.get("valueText").asText() + " "
                                    + (point.get("value").isNull()
                                            ? ""
                                            : point.get("value").asDouble()))));
            if (api.isEmpty()) {
                continue;
            }
            List<String> csv =
                    CsvReader.builder()
                            .ofNamedCsvRecord(
                                    service.get("/indicators/" + id + ".csv").body())
                            .stream()
                            .filter(row -> row.getField("Area code").equals("E10000018"))
                            .map(row -> row.getField("Permanent id") + " " + row.getField("Value, as written") + " "
                                    + (row.getField("Value").isEmpty()
                                            ? ""
                                            : Double.parseDouble(row.getField("Value"))))
                            .toList();

            assertThat(csv).as(id).containsExactlyInAnyOrderElementsOf(api);
            compared += api.size();
        }
        assertThat(compared).isGreaterThan(50);
    }

    @Test
    void figureLeadsToItsPage() throws Exception {
        JsonNode rows = JSON.readTree(PageService.shared()
                        .get("/indicators/dental_check_pct.json")
                        .body())
                .at("/tables/0/rows");

        assertThat(rows.get(0).get("Figure, address").asText())
                .startsWith("http://")
                .endsWith(Words.figureLink(rows.get(0).get("Permanent id").asText()));
    }

    private static HttpResponse<byte[]> file(PageCase page, String form) throws Exception {
        int query = page.path().indexOf('?');
        String path = query < 0 ? page.path() : page.path().substring(0, query);
        HttpResponse<byte[]> file = PageService.shared()
                .send(
                        "GET",
                        (path.equals("/") ? "/front" : path) + "." + form
                                + (query < 0 ? "" : page.path().substring(query)));
        assertThat(file.statusCode()).as(page + " as " + form).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Disposition").orElse("")).contains("." + form + "\"");
        return file;
    }
}
