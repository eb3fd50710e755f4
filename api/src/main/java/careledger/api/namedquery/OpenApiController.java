package careledger.api.namedquery;

import careledger.answers.export.ExportType;
import careledger.api.config.CareLedgerProperties;
import careledger.api.config.PublicAddress;
import careledger.api.web.AnyOrigin;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Describes the named queries as OpenAPI 3.1, made from the same documents that answer them. */
@RestController
@AnyOrigin
final class OpenApiController {
    private static final String ADDRESS = "/api/openapi.json";
    private static final String ERROR = "Error";

    private final Map<String, Object> description;

    OpenApiController(NamedQueries queries, CareLedgerProperties properties) {
        String server = properties.publicAddress().map(PublicAddress::toString).orElse("/");
        this.description = describe(queries, server);
    }

    @GetMapping(ADDRESS)
    Map<String, Object> openApi() {
        return description;
    }

    private static Map<String, Object> describe(NamedQueries queries, String server) {
        Map<String, Object> paths = new LinkedHashMap<>();
        Map<String, Object> schemas = new LinkedHashMap<>();
        for (NamedQuery query : queries.all()) {
            paths.put(QueryAddress.BASE + "/" + query.name() + ".{format}", Map.of("get", operation(query)));
            schemas.put(query.operation() + "Row", row(query));
        }
        paths.putAll(OtherAddresses.paths(problem()));
        schemas.put(ERROR, error());
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("openapi", "3.1.0");
        document.put(
                "info",
                Map.of(
                        "title", "Care Ledger: named queries",
                        "version", "1",
                        "description",
                                "Published figures about children in care. Every query answers in every format."));
        document.put("servers", List.of(Map.of("url", server)));
        document.put("security", List.of(Map.of(), Map.of("key", List.of()), Map.of("basic", List.of())));
        document.put("paths", paths);
        document.put(
                "components",
                Map.of(
                        "schemas",
                        schemas,
                        "securitySchemes",
                        Map.of(
                                "key", Map.of("type", "apiKey", "in", "header", "name", "X-API-Key"),
                                "basic", Map.of("type", "http", "scheme", "basic"))));
        return document;
    }

    private static Map<String, Object> operation(NamedQuery query) {
        List<Object> parameters = new ArrayList<>();
        parameters.add(format(query));
        query.parameters().forEach(parameter -> parameters.add(parameter(parameter)));
        if (query.header().ofRelease()) {
            parameters.add(release());
        }
        parameters.add(columns(query));
        if (CrossTable.isOf(query)) {
            parameters.add(
                    chosen(QueryAddress.LAYOUT, "A cell a row, or the table as displayed.", List.of("long", "cross")));
        }
        Map<String, Object> operation = new LinkedHashMap<>();
        operation.put("operationId", query.operation());
        operation.put("summary", query.header().title());
        operation.put("description", query.header().about());
        operation.put("parameters", parameters);
        operation.put("responses", responses(query));
        return operation;
    }

    private static Map<String, Object> format(NamedQuery query) {
        return Map.of(
                "name", "format",
                "in", "path",
                "required", true,
                "description", "What the answer is written as.",
                "schema",
                        Map.of(
                                "type",
                                "string",
                                "enum",
                                Representation.of(query).stream()
                                        .map(Representation::suffix)
                                        .toList()));
    }

    private static Map<String, Object> columns(NamedQuery query) {
        Map<String, Object> described = new LinkedHashMap<>(chosen(
                QueryAddress.COLUMNS,
                "Only these columns, in this order.",
                query.shape().columns().stream().map(TableColumn::name).toList()));
        Object item = Objects.requireNonNull(described.get("schema"));
        described.put("schema", Map.of("type", "array", "items", item));
        described.put("style", "form");
        described.put("explode", false);
        return described;
    }

    private static Map<String, Object> chosen(String name, String about, List<String> known) {
        return Map.of(
                "name",
                name,
                "in",
                "query",
                "required",
                false,
                "description",
                about,
                "schema",
                Map.of("type", "string", "enum", known));
    }

    private static Map<String, Object> release() {
        return Map.of(
                "name",
                QueryAddress.RELEASE,
                "in",
                "query",
                "required",
                false,
                "description",
                "A release that is kept; the answer is of its figures instead of the current ones.",
                "schema",
                Map.of("type", "string"));
    }

    private static Map<String, Object> parameter(Parameter parameter) {
        Map<String, Object> item = Map.of("type", jsonType(parameter.item().getName()));
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("name", parameter.name());
        described.put("in", "query");
        described.put("required", parameter.required());
        described.put("description", parameter.about());
        described.put("schema", parameter.list() ? Map.of("type", "array", "items", item) : item);
        if (parameter.list()) {
            described.put("style", "form");
            described.put("explode", false);
        }
        return described;
    }

    private static Map<String, Object> responses(NamedQuery query) {
        Map<String, Object> content = new LinkedHashMap<>();
        for (Representation representation : Representation.of(query)) {
            String type = representation.mediaType();
            content.putIfAbsent(type, representation == Representation.JSON ? Map.of("schema", answer()) : Map.of());
        }
        Map<String, Object> responses = new LinkedHashMap<>();
        responses.put(
                "200",
                Map.of(
                        "description",
                        "Rows as in the schema " + query.operation()
                                + "Row; JSON nests them as the GraphQL query does.",
                        "content",
                        content));
        responses.put("304", Map.of("description", "The copy that the client has is current."));
        for (String status : List.of("400", "401", "403", "404", "429", "503")) {
            responses.put(status, problem());
        }
        return responses;
    }

    private static Map<String, Object> problem() {
        return Map.of(
                "description",
                "An error, described in the body.",
                "content",
                Map.of("application/json", Map.of("schema", Map.of("$ref", "#/components/schemas/" + ERROR))));
    }

    private static Map<String, Object> answer() {
        return Map.of("type", "object", "properties", Map.of("data", Map.of("type", "object")));
    }

    private static Map<String, Object> error() {
        return Map.of(
                "type",
                "object",
                "properties",
                Map.of("errors", Map.of("type", "array", "items", Map.of("type", "object"))));
    }

    private static Map<String, Object> row(NamedQuery query) {
        Map<String, Object> properties = new LinkedHashMap<>();
        query.shape().columns().forEach(column -> properties.put(column.name(), cell(column)));
        return Map.of("type", "object", "properties", properties);
    }

    private static Map<String, Object> cell(TableColumn column) {
        String type = column.holds() == ExportType.INTEGER ? "integer" : jsonType(column.type());
        Map<String, Object> cell = new LinkedHashMap<>();
        cell.put("type", column.nullable() ? List.of(type, "null") : type);
        if (column.holds() == ExportType.DATE) {
            cell.put("format", "date");
        } else if (column.holds() == ExportType.TIMESTAMP) {
            cell.put("format", "date-time");
        }
        return cell;
    }

    private static String jsonType(String graphQlType) {
        return switch (graphQlType) {
            case "Int" -> "integer";
            case "Float" -> "number";
            case "Boolean" -> "boolean";
            default -> "string";
        };
    }
}
