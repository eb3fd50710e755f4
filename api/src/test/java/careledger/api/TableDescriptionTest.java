package careledger.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The descriptions of CSV files against the files themselves. */
class TableDescriptionTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NUMBER = "-?\\d+(\\.\\d+)?";

    /** How a cell of a type is written, in the words of CSV on the Web and of data packages. */
    private static final Map<String, String> FORMS = Map.ofEntries(
            Map.entry("string", "(?s).*"),
            Map.entry("integer", "-?\\d+"),
            Map.entry("double", NUMBER),
            Map.entry("number", NUMBER),
            Map.entry("boolean", "true|false"),
            Map.entry("date", "\\d{4}-\\d\\d-\\d\\d"),
            Map.entry("dateTime", "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?Z"),
            Map.entry("datetime", "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?Z"));

    @Test
    void dataPackageDescribesEveryFileThatItNames() throws Exception {
        JsonNode resources = JSON.readTree(
                        TestService.shared().get("/api/q/datapackage.json").body())
                .get("resources");

        assertThat(resources.findValuesAsText("name")).contains("observations", "areas", "conflicts");
        for (JsonNode resource : resources) {
            URI file = TestService.shared()
                    .uri("/api/q/datapackage.json")
                    .resolve(resource.get("path").asText());
            check(file, resource.at("/schema/fields"), "type");
            for (JsonNode field : resource.at("/schema/fields")) {
                // The default format has no parts of seconds, and readers of data packages refuse them.
                assertThat(field.path("format").asText())
                        .isEqualTo(field.get("type").asText().equals("datetime") ? "any" : "");
            }
        }
    }

    @Test
    void metadataBesideACsvDescribesItAndTheCsvNamesIt() throws Exception {
        HttpResponse<String> csv =
                TestService.shared().get("/api/q/observations.csv?breakdowns=ALL&headlineOnly=false");
        String link = csv.headers().allValues("Link").stream()
                .filter(one -> one.contains("describedby"))
                .findFirst()
                .orElseThrow();
        URI metadata =
                TestService.shared().uri("/api/q/observations.csv").resolve(link.substring(1, link.indexOf('>')));
        HttpResponse<String> described = TestService.shared().get(metadata.getPath());

        assertThat(metadata.getPath()).isEqualTo("/api/q/observations.csv-metadata.json");
        assertThat(described.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/csvm+json"));
        JsonNode table = JSON.readTree(described.body());
        assertThat(metadata.resolve(table.get("url").asText()).getPath()).isEqualTo("/api/q/observations.csv");
        JsonNode columns = table.at("/tableSchema/columns");
        check(
                TestService.shared().uri("/api/q/observations.csv?breakdowns=ALL&headlineOnly=false"),
                columns,
                "datatype");
        int value = columns.findValuesAsText("name").indexOf("value");
        assertThat(columns.get(value).get("required").asBoolean()).isFalse();
    }

    @Test
    void thereIsNoneForWhatIsNoQuery() throws Exception {
        assertThat(TestService.shared().get("/api/q/nothing.csv-metadata.json").statusCode())
                .isEqualTo(404);
    }

    private static void check(URI file, JsonNode columns, String type) throws Exception {
        HttpResponse<String> csv =
                TestService.shared().get(file.getPath() + (file.getQuery() == null ? "" : "?" + file.getQuery()));
        assertThat(csv.statusCode()).as(file.toString()).isEqualTo(200);
        List<CsvRecord> rows =
                CsvReader.builder().ofCsvRecord(csv.body()).stream().toList();
        assertThat(rows.get(0).getFields())
                .as(file.toString())
                .containsExactlyElementsOf(columns.findValuesAsText("name"));
        List<JsonNode> described =
                StreamSupport.stream(columns.spliterator(), false).toList();
        for (CsvRecord row : rows.subList(1, rows.size())) {
            for (int i = 0; i < described.size(); i++) {
                String cell = row.getField(i);
                JsonNode column = described.get(i);
                assertThat(
                                cell.isEmpty()
                                        ? !column.path("required").asBoolean()
                                        : cell.matches(
                                                FORMS.get(column.get(type).asText())))
                        .as(file + " " + column + ": " + cell)
                        .isTrue();
            }
        }
    }
}
