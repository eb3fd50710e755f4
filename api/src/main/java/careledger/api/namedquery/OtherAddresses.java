package careledger.api.namedquery;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The addresses beside the named queries, for the OpenAPI document: descriptions and whole releases. */
final class OtherAddresses {
    private static final String JSON = "application/json";
    private static final Map<String, Object> QUERY = inPath("name", "Name of a query, as GET /api/q lists it.");
    private static final Map<String, Object> RELEASE =
            inPath("id", "Id of a release that is kept; 'current' is the one that is served.");

    private OtherAddresses() {}

    /** @param problem the answer where something is wrong */
    static Map<String, Object> paths(Map<String, Object> problem) {
        Map<String, Object> paths = new LinkedHashMap<>();
        paths.put(
                QueryAddress.BASE,
                get(
                        "listQueries",
                        "The named queries, with parameters, columns and examples",
                        JSON,
                        List.of(),
                        problem));
        paths.put(
                QueryAddress.BASE + "/{name}.csv" + TableDescriptionController.SUFFIX,
                get(
                        "describeCsv",
                        "The columns of a query's CSV, as CSV on the Web",
                        "application/csvm+json",
                        List.of(QUERY),
                        problem));
        paths.put(
                QueryAddress.BASE + "/datapackage.json",
                get("describeQueries", "The CSVs of all queries, as a data package", JSON, List.of(), problem));
        paths.put(
                "/api/releases",
                get("listReleases", "The releases that are kept, with their files", JSON, List.of(), problem));
        paths.put(
                "/api/releases/{id}", get("getRelease", "One release with its files", JSON, List.of(RELEASE), problem));
        paths.put(
                "/api/releases/{id}/datapackage.json",
                get(
                        "describeRelease",
                        "The tables of a release with their columns and keys, as a data package",
                        JSON,
                        List.of(RELEASE),
                        problem));
        paths.put(
                "/api/releases/{id}/{file}",
                get(
                        "downloadFile",
                        "A file of a release: a table as Parquet, or all of them as a DuckDB database",
                        "application/octet-stream",
                        List.of(RELEASE, inPath("file", "Name of the file, as the release lists it.")),
                        problem));
        paths.put(
                "/api/releases.atom",
                get("followReleases", "The newest releases as a feed", "application/atom+xml", List.of(), problem));
        paths.put(
                "/api/schema.graphqls",
                get("getContract", "The contract of POST /graphql", "text/plain", List.of(), problem));
        return paths;
    }

    private static Map<String, Object> get(
            String id, String summary, String type, List<Map<String, Object>> parameters, Map<String, Object> problem) {
        Map<String, Object> operation = new LinkedHashMap<>();
        operation.put("operationId", id);
        operation.put("summary", summary);
        operation.put("parameters", parameters);
        operation.put(
                "responses",
                Map.of("200", Map.of("description", summary + ".", "content", Map.of(type, Map.of())), "404", problem));
        return Map.of("get", operation);
    }

    private static Map<String, Object> inPath(String name, String about) {
        return Map.of(
                "name", name, "in", "path", "required", true, "description", about, "schema", Map.of("type", "string"));
    }
}
