package careledger.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Does with a recipe what Power Query does: GET, since there is no Content; a status outside 2xx raises unless it is
 * handled; records become a table of the columns named, in which what is missing is null; types hold or raise.
 */
final class PowerQuery {
    private static final Pattern FIELD = Pattern.compile("(\\w+) = \"([^\"]*)\"");
    private static final Pattern TYPE = Pattern.compile("\\{\"(\\w+)\", ([\\w. ]+)}");

    private final String recipe;
    private final TestService service;
    private final Map<String, String> parameters = new TreeMap<>();

    PowerQuery(String recipe, TestService service) {
        this.recipe = recipe;
        this.service = service;
        Matcher field = FIELD.matcher(Recipe.found(recipe, "Query = \\[([^\\]]*)]"));
        while (field.find()) {
            parameters.put(field.group(1), field.group(2));
        }
    }

    PowerQuery with(String parameter, String value) {
        parameters.put(parameter, value);
        return this;
    }

    /** Columns in order, with their cells. @throws IllegalStateException for what Power Query shows as an error */
    Map<String, List<JsonNode>> table() throws Exception {
        JsonNode source = contents();
        if (source.has(Recipe.found(recipe, "Record\\.HasFields\\(Source, \"(\\w+)\"\\)"))) {
            throw new IllegalStateException(source.at(pointer(Recipe.found(recipe, "error Source(\\S+)")))
                    .asText());
        }
        if (at(source, Recipe.found(recipe, "if Answer(\\S+) then")).asBoolean()) {
            throw new IllegalStateException("more than one page");
        }
        Map<String, List<JsonNode>> table = new LinkedHashMap<>();
        for (JsonNode column : at(source, Recipe.found(recipe, "List\\.Transform\\(Whole(\\S+), each \\[name]\\)"))) {
            table.put(column.path("name").asText(), new ArrayList<>());
        }
        for (JsonNode row : at(source, Recipe.found(recipe, "Table\\.FromRecords\\(Whole(\\S+), Columns"))) {
            table.forEach((name, cells) -> cells.add(row.path(name)));
        }
        check(table);
        return table;
    }

    private JsonNode contents() throws Exception {
        String address = Recipe.found(recipe, "Web\\.Contents\\(\\s*\"([^\"]+)\",");
        String path = Recipe.found(recipe, "RelativePath = \"([^\"]+)\"");
        StringBuilder query = new StringBuilder();
        parameters.forEach((name, value) -> query.append(query.isEmpty() ? "?" : "&")
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        if (!address.equals(service.uri("").toString())) {
            throw new IllegalStateException("the address is not a literal of the service: " + address);
        }
        HttpResponse<byte[]> answer =
                service.send("GET", "/" + path + query, "Accept", Recipe.found(recipe, "Accept = \"([^\"]+)\""));
        String handled = Recipe.found(recipe, "ManualStatusHandling = \\{([^}]*)}");
        if (answer.statusCode() / 100 != 2
                && !List.of(handled.split(", ")).contains(Integer.toString(answer.statusCode()))) {
            throw new IllegalStateException("DataSource.Error " + answer.statusCode());
        }
        return new ObjectMapper().readTree(answer.body());
    }

    private void check(Map<String, List<JsonNode>> table) {
        Matcher typed = TYPE.matcher(Recipe.found(recipe, "Table\\.TransformColumnTypes\\((.*?)\\n    \\)"));
        int types = 0;
        while (typed.find()) {
            types++;
            List<JsonNode> cells = table.get(typed.group(1));
            if (cells == null) {
                throw new IllegalStateException("there is no column " + typed.group(1));
            }
            for (JsonNode cell : cells) {
                if (!cell.isNull() && !fits(cell, typed.group(2))) {
                    throw new IllegalStateException(typed.group(1) + " holds " + cell);
                }
            }
        }
        if (types == 0) {
            throw new IllegalStateException("no column is typed");
        }
    }

    private static boolean fits(JsonNode cell, String type) {
        return switch (type) {
            case "type number" -> cell.isNumber();
            case "Int64.Type" -> cell.isIntegralNumber();
            case "type logical" -> cell.isBoolean();
            case "type date" -> LocalDate.parse(cell.asText()).toString().equals(cell.asText());
            default -> throw new IllegalStateException("unknown type " + type);
        };
    }

    private static JsonNode at(JsonNode from, String path) {
        JsonNode found = from.at(pointer(path));
        if (found.isMissingNode()) {
            throw new IllegalStateException("the field " + path + " was not found");
        }
        return found;
    }

    /** [a]{0}[b] as /a/0/b. */
    private static String pointer(String path) {
        return path.replaceAll("[\\[{](\\w+)[\\]}]", "/$1");
    }
}
