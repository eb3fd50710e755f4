package careledger.api.namedquery;

import careledger.answers.export.ExportType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Says what the columns of a named query's CSV are, in the two forms that tools read. */
final class TableDescription {
    private static final String LICENCE = "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/";

    private TableDescription() {}

    /** As <a href="https://www.w3.org/TR/tabular-metadata/">CSV on the Web</a> has it. */
    static Map<String, Object> csvw(NamedQuery query) {
        Map<String, Object> table = new LinkedHashMap<>();
        table.put("@context", List.of("http://www.w3.org/ns/csvw", Map.of("@language", "en-GB")));
        table.put("url", query.name() + ".csv");
        table.put("dc:title", query.header().title());
        table.put("dc:description", query.header().about());
        table.put("dc:license", Map.of("@id", LICENCE));
        table.put("dialect", Map.of("encoding", "utf-8", "header", true, "lineTerminators", List.of("\r\n", "\n")));
        table.put(
                "tableSchema",
                Map.of(
                        "columns",
                        query.shape().columns().stream()
                                .map(TableDescription::csvwColumn)
                                .toList()));
        return table;
    }

    private static Map<String, Object> csvwColumn(TableColumn column) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("name", column.name());
        described.put("titles", column.name());
        described.put(
                "datatype",
                switch (column.holds()) {
                    case TEXT -> "string";
                    case INTEGER -> "integer";
                    case NUMBER -> "double";
                    case BOOLEAN -> "boolean";
                    case DATE -> "date";
                    case TIMESTAMP -> "dateTime";
                });
        // Empty text is a value of a text column that always has one; elsewhere an empty cell is none.
        described.put("required", !column.nullable() && column.holds() != ExportType.TEXT);
        return described;
    }

    /** Every query without required parameters, as a <a href="https://specs.frictionlessdata.io/">data package</a>. */
    static Map<String, Object> dataPackage(NamedQueries queries) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("profile", "tabular-data-package");
        described.put("name", "care-ledger");
        described.put("title", "Published figures about children in care");
        described.put(
                "licenses",
                List.of(Map.of("name", "OGL-UK-3.0", "title", "Open Government Licence v3.0", "path", LICENCE)));
        described.put(
                "resources",
                queries.all().stream()
                        .filter(query -> query.parameters().stream().noneMatch(Parameter::required))
                        .map(TableDescription::resource)
                        .toList());
        return described;
    }

    private static Map<String, Object> resource(NamedQuery query) {
        Map<String, Object> resource = new LinkedHashMap<>();
        resource.put("profile", "tabular-data-resource");
        resource.put("name", query.name());
        resource.put("path", query.name() + ".csv");
        resource.put("title", query.header().title());
        resource.put("description", query.header().about());
        resource.put("format", "csv");
        resource.put("mediatype", "text/csv");
        resource.put("encoding", "utf-8");
        resource.put(
                "schema",
                Map.of(
                        "fields",
                        query.shape().columns().stream()
                                .map(TableDescription::field)
                                .toList(),
                        "missingValues",
                        List.of("")));
        return resource;
    }

    private static Map<String, Object> field(TableColumn column) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("name", column.name());
        described.put(
                "type",
                switch (column.holds()) {
                    case TEXT -> "string";
                    case INTEGER -> "integer";
                    case NUMBER -> "number";
                    case BOOLEAN -> "boolean";
                    case DATE -> "date";
                    case TIMESTAMP -> "datetime";
                });
        if (column.holds() == ExportType.TIMESTAMP) {
            // The usual format of a data package has no parts of seconds, which ours have.
            described.put("format", "any");
        }
        return described;
    }
}
