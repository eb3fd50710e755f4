package careledger.api.namedquery;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Where in an answer the rows of a table are. The columns are those of the document, in its order; they depend on
 * nothing in the data.
 *
 * @param root keys from the answer's data to the first list
 * @param levels the lists within each other, outermost first; a row is an element of the innermost
 */
public record TableLayout(List<String> root, List<Level> levels) {
    public TableLayout {
        root = List.copyOf(root);
        levels = List.copyOf(levels);
        if (levels.isEmpty()) {
            throw new IllegalArgumentException("a table has at least one list");
        }
    }

    /**
     * A list.
     *
     * @param cells columns that its elements give
     * @param next keys from an element to the list within it; none in the innermost
     */
    public record Level(List<Cell> cells, List<String> next) {
        public Level {
            cells = List.copyOf(cells);
            next = List.copyOf(next);
        }
    }

    /**
     * A column's place.
     *
     * @param place of the column in the table, from 0
     * @param path keys from the element to the value
     */
    public record Cell(int place, TableColumn column, List<String> path) {
        public Cell {
            path = List.copyOf(path);
        }
    }

    public List<TableColumn> columns() {
        return levels.stream()
                .flatMap(level -> level.cells().stream())
                .sorted(Comparator.comparingInt(Cell::place))
                .map(Cell::column)
                .toList();
    }

    /** The same table with some of its columns only, in this order. */
    TableLayout only(List<String> names) {
        return new TableLayout(
                root,
                levels.stream()
                        .map(level -> new Level(
                                level.cells().stream()
                                        .filter(cell ->
                                                names.contains(cell.column().name()))
                                        .map(cell -> new Cell(
                                                names.indexOf(cell.column().name()), cell.column(), cell.path()))
                                        .toList(),
                                level.next()))
                        .toList());
    }

    /** Where the outermost list goes on, as the object that holds it says; null where it does not. */
    public @Nullable Object cursor(@Nullable Object data) {
        return at(data, root.subList(0, root.size() - 1)) instanceof Map<?, ?> page
                        && Boolean.TRUE.equals(page.get("hasNextPage"))
                ? page.get("endCursor")
                : null;
    }

    /** Reads an answer's rows one after the other. The row belongs to the reader. */
    public void rows(@Nullable Object data, Consumer<@Nullable Object[]> reader) {
        read(at(data, root), 0, new @Nullable Object[columns().size()], reader);
    }

    private void read(@Nullable Object list, int depth, @Nullable Object[] row, Consumer<@Nullable Object[]> reader) {
        if (!(list instanceof List<?> elements)) {
            return;
        }
        Level level = levels.get(depth);
        for (Object element : elements) {
            for (Cell cell : level.cells()) {
                row[cell.place()] = at(element, cell.path());
            }
            if (depth + 1 < levels.size()) {
                read(at(element, level.next()), depth + 1, row, reader);
            } else {
                reader.accept(row.clone());
            }
        }
    }

    private static @Nullable Object at(@Nullable Object from, List<String> path) {
        Object value = from;
        for (String key : path) {
            value = value instanceof Map<?, ?> object ? object.get(key) : null;
        }
        return value;
    }

    /** Names that two columns share. */
    List<String> doubled() {
        List<String> names =
                new ArrayList<>(columns().stream().map(TableColumn::name).toList());
        columns().stream().map(TableColumn::name).distinct().forEach(names::remove);
        return names;
    }
}
