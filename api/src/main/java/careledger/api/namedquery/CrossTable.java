package careledger.api.namedquery;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A cross-table as it is displayed: a row for each of its rows, a column for each of its columns, the labels of the rows in
 * front. A column whose every cell is a number holds numbers; another holds texts, so that symbols are seen.
 */
final class CrossTable {
    /** The variable that names what goes down the side. */
    static final String DOWN = "down";

    private static final String QUERY = "slice";

    private final List<Map<String, Object>> across;
    private final List<Map<String, Object>> down;
    private final List<Object> axes;

    /**
     * @param answer the data of the query
     * @param axes what goes down the side; null for the usual
     */
    CrossTable(@Nullable Object answer, @Nullable Object axes) {
        Map<?, ?> slice = (Map<?, ?>) Objects.requireNonNull(((Map<?, ?>) Objects.requireNonNull(answer)).get(QUERY));
        this.across = list(slice.get("columns"));
        this.down = list(slice.get("rows"));
        this.axes = axes == null ? List.of("INDICATOR", "BREAKDOWN", "AREA") : list(axes);
    }

    /** Whether a query answers a cross-table. */
    static boolean isOf(NamedQuery query) {
        return query.name().equals(QUERY);
    }

    List<TableColumn> columns() {
        List<TableColumn> columns = new ArrayList<>();
        axes.forEach(axis -> columns.add(new TableColumn(axis.toString(), "String", false)));
        Set<String> taken = new HashSet<>();
        axes.forEach(axis -> taken.add(axis.toString().toLowerCase(Locale.ROOT)));
        for (int place = 0; place < across.size(); place++) {
            columns.add(new TableColumn(name(across.get(place), taken), numbers(place) ? "Float" : "String", true));
        }
        return columns;
    }

    /** The labels of a column; with its key where another is called the same, since a file's columns have different names. */
    private static String name(Map<String, Object> column, Set<String> taken) {
        String labels = String.join(", ", CrossTable.<String>list(column.get("labels")));
        String name = taken.add(labels.toLowerCase(Locale.ROOT)) ? labels : labels + " (" + column.get("key") + ")";
        return name.isBlank() ? "-" : name;
    }

    void rows(Consumer<@Nullable Object[]> reader) {
        for (Map<String, Object> row : down) {
            List<@Nullable Object> cells = new ArrayList<>(list(row.get("labels")));
            for (int place = 0; place < across.size(); place++) {
                String text = text(row, place);
                cells.add(numbers(place) ? number(row, place) : text.isEmpty() ? null : text);
            }
            reader.accept(cells.toArray());
        }
    }

    private boolean numbers(int place) {
        return down.stream()
                .allMatch(row -> number(row, place) != null || text(row, place).isEmpty());
    }

    private static @Nullable Object number(Map<String, Object> row, int place) {
        return CrossTable.<@Nullable Object>list(row.get("cells")).get(place);
    }

    private static String text(Map<String, Object> row, int place) {
        return CrossTable.<String>list(row.get("texts")).get(place);
    }

    @SuppressWarnings("unchecked")
    private static <T extends @Nullable Object> List<T> list(@Nullable Object list) {
        return (List<T>) Objects.requireNonNull(list);
    }
}
