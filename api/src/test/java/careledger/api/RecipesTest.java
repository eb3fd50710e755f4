package careledger.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each recipe, followed by a client that keeps to its tool's rules. */
class RecipesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    private TestService service;

    @BeforeEach
    void serve() throws Exception {
        service = TestService.shared();
    }

    @Test
    void everyRecipeIsListedAndReplayed() throws Exception {
        String index = Recipe.of("README", service).text();
        try (var pages = Files.list(Path.of("..", "docs", "recipes"))) {
            List<String> names = pages.map(page -> page.getFileName().toString())
                    .filter(name -> !name.equals("README.md"))
                    .sorted()
                    .toList();

            assertThat(names)
                    .containsExactly(
                            "curl.md",
                            "duckdb.md",
                            "excel.md",
                            "grafana.md",
                            "javascript.md",
                            "power-query.md",
                            "python.md",
                            "r.md")
                    .allSatisfy(name -> assertThat(index).contains("(" + name + ")"));
        }
    }

    @Nested
    class PowerQueryRecipe {
        @Test
        void givesATypedTable() throws Exception {
            Map<String, List<JsonNode>> table = recipe().table();

            assertThat(table)
                    .hasEntrySatisfying(
                            "value", cells -> assertThat(numbers(cells)).contains(654.0, 47.0))
                    .hasEntrySatisfying(
                            "indicatorTitle", cells -> assertThat(cells).isNotEmpty());
        }

        @Test
        void keepsItsColumnsWithoutRows() throws Exception {
            Map<String, List<JsonNode>> empty =
                    recipe().with("periods", "2031-03-31").table();

            assertThat(empty.keySet())
                    .containsExactlyElementsOf(recipe().table().keySet());
            assertThat(empty.values()).allSatisfy(cells -> assertThat(cells).isEmpty());
        }

        @Test
        void showsTheReasonOfARefusal() throws Exception {
            assertThatThrownBy(() -> recipe().with("indicators", "cic_cont").table())
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("There is no indicator 'cic_cont'");
        }

        private PowerQuery recipe() throws Exception {
            return new PowerQuery(Recipe.of("power-query", service).block("m", 0), service);
        }
    }

    /** From Web reads the bytes as what their mark says, a line a row, as wide as the header. */
    @Test
    void excelFindsOneTable() throws Exception {
        HttpResponse<byte[]> answer =
                get(Recipe.of("excel", service).block("", 0).strip());
        String csv = new String(answer.body(), UTF_8);

        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(csv).startsWith("\uFEFFid,indicator,");
        assertThat(csv.lines().count())
                .isEqualTo(DownloadedTable.csv(answer.body()).rows().size() + 1L)
                .isGreaterThan(3);
        assertThat(DownloadedTable.csv(answer.body()).column("value")).contains("654");
    }

    /** Infinity walks to the root, then takes each column's selector from each element and reads it as its type. */
    @Test
    void grafanaFindsTimesAndNumbers() throws Exception {
        JsonNode panel = JSON.readTree(Recipe.of("grafana", service).block("json", 0));
        List<String> parameters = new ArrayList<>();
        panel.at("/url_options/params")
                .forEach(one -> parameters.add(
                        one.path("key").asText() + "=" + one.path("value").asText()));
        JsonNode rows = JSON.readTree(get(panel.path("url").asText() + "?" + String.join("&", parameters))
                        .body())
                .at("/" + panel.path("root_selector").asText().replace('.', '/'));

        assertThat(rows).hasSizeGreaterThan(2);
        for (JsonNode row : rows) {
            for (JsonNode column : panel.path("columns")) {
                JsonNode cell = row.path(column.path("selector").asText());
                switch (column.path("type").asText()) {
                    case "timestamp" ->
                        assertThat(LocalDate.parse(cell.asText())).isAfter("2000-01-01");
                    case "number" ->
                        assertThat(cell.isNumber()).as(cell.toString()).isTrue();
                    case "boolean" -> assertThat(cell.isBoolean()).isTrue();
                    default -> assertThat(cell.isTextual()).isTrue();
                }
            }
        }
    }

    /** What Tableau and Superset do: open the file read-only, run the statement. */
    @Test
    void databaseAnswersAsTheApiDoes() throws Exception {
        Recipe recipe = Recipe.of("duckdb", service);
        Path file = Files.write(
                folder.resolve("care-ledger.duckdb"),
                get(recipe.block("", 0).strip()).body());
        Properties readOnly = new Properties();
        readOnly.setProperty("duckdb.read_only", "true");
        List<String> values = new ArrayList<>();
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:" + file, readOnly);
                Statement statement = duck.createStatement();
                ResultSet rows = statement.executeQuery(recipe.block("sql", 0))) {
            while (rows.next()) {
                values.add(rows.getString("area_id") + " " + rows.getString("period_id") + " "
                        + rows.getString("value_text"));
            }
        }
        List<String> asked = new ArrayList<>();
        for (JsonNode row :
                JSON.readTree(service.get("/api/q/observations.json").body()).at("/data/observations/rows")) {
            asked.add(row.path("area").asText() + " " + row.path("period").asText() + " "
                    + row.path("valueText").asText());
        }

        assertThat(values).isEqualTo(asked).hasSizeGreaterThan(60);
    }

    /** jsonlite makes a data frame of records with the same fields, and a vector of cells of one kind. */
    @Test
    void rFindsADataFrame() throws Exception {
        String recipe = Recipe.of("r", service).block("r", 0);
        JsonNode answer = JSON.readTree(
                get(Recipe.found(recipe, "fromJSON\\(\"([^\"]+)\"\\)")).body());
        JsonNode rows = answer.at(dollars(Recipe.found(recipe, "figures <- answer(\\$\\S+)")));
        List<String> columns = answer.at(dollars(Recipe.found(recipe, "columns <- answer(\\$\\S+)\\$name")))
                .findValuesAsText("name");

        assertThat(rows).hasSizeGreaterThan(3);
        for (JsonNode row : rows) {
            assertThat(row.fieldNames()).toIterable().isEqualTo(columns);
        }
        for (String column : columns) {
            Set<JsonNodeType> kinds = rows.findValues(column).stream()
                    .map(JsonNode::getNodeType)
                    .filter(kind -> kind != JsonNodeType.NULL)
                    .collect(Collectors.toSet());
            assertThat(kinds).as(column).hasSizeLessThanOrEqualTo(1).doesNotContain(JsonNodeType.OBJECT);
        }
    }

    /** pandas takes the columns named, and reads a CSV's dates where it is told to. */
    @Test
    void pandasFindsItsColumns() throws Exception {
        String recipe = Recipe.of("python", service).block("python", 1);
        String path = Recipe.found(recipe, "pd\\.read_csv\\(\"([^\"]+)\"");
        DownloadedTable table = DownloadedTable.csv(get(path).body());

        for (String column : Recipe.found(recipe, "parse_dates=\\[([^\\]]+)]")
                .replace("\"", "")
                .split(", ", -1)) {
            assertThat(table.column(column)).isNotEmpty().allSatisfy(day -> assertThat(LocalDate.parse(day))
                    .isNotNull());
        }
        assertThat(recipe)
                .contains("answer[\"data\"][\"observations\"][\"rows\"]", "answer[\"extensions\"][\"columns\"]");
    }

    private static String dollars(String path) {
        return path.replace('$', '/');
    }

    private static List<Double> numbers(Collection<JsonNode> cells) {
        return cells.stream().filter(JsonNode::isNumber).map(JsonNode::asDouble).toList();
    }

    private HttpResponse<byte[]> get(String address) throws Exception {
        URI wanted = URI.create(address);
        HttpResponse<byte[]> answer = service.send(
                "GET", wanted.getRawPath() + (wanted.getRawQuery() == null ? "" : "?" + wanted.getRawQuery()));
        assertThat(address).startsWith(service.uri("").toString());
        assertThat(answer.statusCode()).as(new String(answer.body(), UTF_8)).isEqualTo(200);
        return answer;
    }
}
