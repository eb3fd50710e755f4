package careledger.api.download;

import careledger.answers.export.ReleaseDownloads;
import careledger.schema.star.Column;
import careledger.schema.star.ColumnType;
import careledger.schema.star.StarSchema;
import careledger.schema.star.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A whole release as a <a href="https://specs.frictionlessdata.io/">data package</a>: its tables beside this description,
 * with their columns and keys.
 */
final class ReleasePackage {
    /** Beside the files of a release. */
    static final String FILE = "datapackage.json";

    /** Added to the figures when they are written for taking away. */
    private static final Column WITHHELD = new Column(
            "withheld", ColumnType.BOOLEAN, false, "whether it could identify a child, so that its value is left out");

    private static final String LICENCE = "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/";

    private ReleasePackage() {}

    static Map<String, Object> of(ReleaseListing release) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("profile", "data-package");
        described.put("name", "care-ledger-release");
        described.put("id", release.id());
        described.put("title", "Published figures about children in care, release " + release.id());
        described.put("version", release.id());
        described.put("created", release.createdAt().toString());
        described.put(
                "licenses",
                List.of(Map.of("name", "OGL-UK-3.0", "title", "Open Government Licence v3.0", "path", LICENCE)));
        described.put(
                "resources",
                ReleaseDownloads.TABLES.stream().map(ReleasePackage::resource).toList());
        return described;
    }

    private static Map<String, Object> resource(Table table) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("fields", columns(table).map(ReleasePackage::field).toList());
        schema.put("primaryKey", table.key());
        Map<String, Object> resource = new LinkedHashMap<>();
        resource.put("profile", "data-resource");
        resource.put("name", table.name());
        resource.put("path", table.name() + ReleaseListing.PARQUET);
        resource.put("title", "One row: " + table.grain());
        resource.put("format", "parquet");
        resource.put("mediatype", "application/vnd.apache.parquet");
        resource.put("schema", schema);
        return resource;
    }

    private static Stream<Column> columns(Table table) {
        return table.equals(StarSchema.FACT_OBSERVATION)
                ? Stream.concat(table.columns().stream(), Stream.of(WITHHELD))
                : table.columns().stream();
    }

    private static Map<String, Object> field(Column column) {
        Map<String, Object> field = new LinkedHashMap<>();
        field.put("name", column.name());
        field.put(
                "type",
                switch (column.type()) {
                    case TEXT -> "string";
                    case TEXTS -> "array";
                    case INTEGER -> "integer";
                    case BOOLEAN -> "boolean";
                    case DATE -> "date";
                    case FIGURE -> "number";
                });
        field.put("description", column.meaning());
        field.put("constraints", Map.of("required", !column.nullable()));
        return field;
    }
}
