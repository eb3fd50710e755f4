package careledger.api.namedquery;

import careledger.answers.query.ArgumentPath;
import careledger.answers.query.InvalidArgument;
import careledger.answers.query.InvalidQueryException;
import careledger.api.config.CareLedgerProperties;
import careledger.api.error.ApiException;
import careledger.api.error.ProblemCode;
import careledger.api.namedquery.NamedQueryController.Version;
import careledger.api.web.AnswerParts;
import careledger.api.web.JsonBody;
import careledger.api.web.RequestContext;
import careledger.api.web.Spool;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.json.JsonMapper;

/**
 * Figures as a cube by <a href="https://json-stat.org/full/">JSON-stat 2.0</a>: indicator, area, breakdown, kind of value
 * and period. Cells in which nothing was published are left out; those without a value have a status. Readers unfold the
 * cube, so it has a limit.
 */
record JsonStatAnswer(JsonMapper json, Spool spool) {
    private static final int MOST_ROWS = CareLedgerProperties.Limits.WORKBOOK_ROWS;
    private static final long MOST_CELLS = 1_000_000;

    private static final List<Axis> AXES = List.of(
            new Axis("indicator", "indicatorTitle", "Measure"),
            new Axis("area", "areaName", "Area"),
            new Axis("breakdown", "breakdownLabel", "Group"),
            new Axis("valueKind", "valueKind", "Kind of value"),
            new Axis("period", "periodLabel", "Period"));

    /** @param names column with what a category is called */
    private record Axis(String ids, String names, String label) {}

    void write(RowPages pages, AnswerHead head) throws IOException {
        AnswerParts body;
        try {
            body = JsonBody.of(cube(pages, head), head.encoding(), json, spool);
        } finally {
            RequestContext.current().ifPresent(RequestContext::produced);
        }
        head.send(pages.cursor(), body);
    }

    private static Map<String, @Nullable Object> cube(RowPages pages, AnswerHead head) {
        Map<String, Integer> places = new HashMap<>();
        pages.columns().forEach(column -> places.put(column.name(), places.size()));
        List<@Nullable Object[]> rows = new ArrayList<>();
        do {
            pages.read(row -> {
                if (rows.size() == MOST_ROWS) {
                    throw tooMany("rows", rows.size() + 1L, MOST_ROWS);
                }
                rows.add(row);
            });
        } while (pages.next());
        List<Map<String, String>> categories =
                AXES.stream().map(axis -> categories(axis, rows, places)).toList();
        long cells = categories.stream().mapToLong(Map::size).reduce(1, Math::multiplyExact);
        if (cells > MOST_CELLS) {
            throw tooMany("cells", cells, MOST_CELLS);
        }
        Map<String, @Nullable Object> cube = new LinkedHashMap<>();
        cube.put("version", "2.0");
        cube.put("class", "dataset");
        cube.put("label", head.asked().query().header().title());
        cube.put("source", "Documents named by extension.sources");
        cube.put("id", AXES.stream().map(Axis::ids).toList());
        cube.put("size", categories.stream().map(Map::size).toList());
        cube.put("role", Map.of("metric", List.of("indicator"), "geo", List.of("area"), "time", List.of("period")));
        Map<String, Object> dimensions = new LinkedHashMap<>();
        for (int axis = 0; axis < AXES.size(); axis++) {
            Map<String, Object> category = new LinkedHashMap<>();
            category.put("index", List.copyOf(categories.get(axis).keySet()));
            category.put("label", categories.get(axis));
            if (axis == 0) {
                category.put("unit", units(rows, places));
            }
            dimensions.put(AXES.get(axis).ids(), Map.of("label", AXES.get(axis).label(), "category", category));
        }
        cube.put("dimension", dimensions);
        fill(cube, rows, places, categories);
        head.version().map(Version::release).ifPresent(release -> cube.put("note", List.of("Data version " + release)));
        return cube;
    }

    /** Index, value and status of each figure, with what it is and where it comes from. */
    private static void fill(
            Map<String, @Nullable Object> cube,
            List<@Nullable Object[]> rows,
            Map<String, Integer> places,
            List<Map<String, String>> categories) {
        List<Map<String, Integer>> order = categories.stream()
                .map(one -> {
                    Map<String, Integer> index = new HashMap<>();
                    one.keySet().forEach(id -> index.put(id, index.size()));
                    return index;
                })
                .toList();
        Map<Long, Object> values = new TreeMap<>();
        Map<Long, String> states = new TreeMap<>();
        Map<Long, String> claims = new TreeMap<>();
        Map<String, String> sources = new TreeMap<>();
        for (@Nullable Object[] row : rows) {
            long cell = 0;
            for (int axis = 0; axis < AXES.size(); axis++) {
                Integer at =
                        order.get(axis).get(said(row, places, AXES.get(axis).ids()));
                cell = cell * order.get(axis).size() + Objects.requireNonNull(at);
            }
            if (claims.put(cell, said(row, places, "claim")) != null) {
                throw twice(said(row, places, "indicator"), said(row, places, "period"));
            }
            Object value = row[Objects.requireNonNull(places.get("value"))];
            if (value != null) {
                values.put(cell, value);
            }
            String status = SdmxTable.status(said(row, places, "status"), said(row, places, "valueKind"));
            if (!status.equals("A")) {
                states.put(cell, status);
            }
            sources.put(said(row, places, "source"), said(row, places, "sourceTitle"));
        }
        cube.put("value", values);
        cube.put("status", states);
        cube.put(
                "extension",
                Map.of(
                        "claims",
                        claims,
                        "sources",
                        sources,
                        "statusLabels",
                        Map.of(
                                "P", "provisional",
                                "F", "forecast",
                                "Q", "suppressed to protect individuals",
                                "N", "rounds to zero",
                                "U", "too few to be reliable",
                                "O", "not available",
                                "M", "not applicable")));
    }

    /** In the order of the rows; periods by their last day. */
    private static Map<String, String> categories(
            Axis axis, List<@Nullable Object[]> rows, Map<String, Integer> places) {
        Map<String, String> sorted = new TreeMap<>();
        Map<String, String> found = new LinkedHashMap<>();
        for (@Nullable Object[] row : rows) {
            String id = said(row, places, axis.ids());
            if (axis.ids().equals("period")) {
                sorted.put(said(row, places, "periodEnd") + " " + id, id);
            }
            found.putIfAbsent(id, said(row, places, axis.names()));
        }
        if (sorted.isEmpty()) {
            return found;
        }
        Map<String, String> inOrder = new LinkedHashMap<>();
        sorted.values().forEach(id -> inOrder.put(id, Objects.requireNonNull(found.get(id))));
        return inOrder;
    }

    private static Map<String, Object> units(List<@Nullable Object[]> rows, Map<String, Integer> places) {
        Map<String, Object> units = new LinkedHashMap<>();
        rows.forEach(
                row -> units.putIfAbsent(said(row, places, "indicator"), Map.of("label", said(row, places, "unit"))));
        return units;
    }

    private static String said(@Nullable Object[] row, Map<String, Integer> places, String column) {
        return Objects.requireNonNull(row[Objects.requireNonNull(places.get(column), column)], column)
                .toString();
    }

    private static ApiException tooMany(String what, long found, long most) {
        return ApiException.of(
                HttpStatus.BAD_REQUEST,
                ProblemCode.LIMIT_EXCEEDED,
                "The cube has %,d %s or more; the most is %,d.".formatted(found, what, most),
                "Ask for fewer indicators, areas or periods at once, or for .csv or .sdmx.csv, which have no limit.");
    }

    private static InvalidQueryException twice(String indicator, String period) {
        return new InvalidQueryException(InvalidArgument.badInput(
                ArgumentPath.of("headlineOnly"),
                "A cube has one figure in a cell, and '" + indicator + "' has two for " + period + ".",
                "Ask for .csv or .sdmx.csv, which hold both."));
    }
}
