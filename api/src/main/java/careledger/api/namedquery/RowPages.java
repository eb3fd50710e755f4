package careledger.api.namedquery;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The rows of an answer, page after page of one release. Only one page is held at a time. */
final class RowPages {
    private final List<TableColumn> columns;
    private final BiConsumer<@Nullable Object, Consumer<@Nullable Object[]>> rows;
    private final Function<@Nullable Object, @Nullable Object> cursorOf;
    private final Map<String, Object> variables;
    private final boolean goOn;
    private final Function<Map<String, Object>, @Nullable Object> ask;
    private @Nullable Object data;
    private @Nullable Object behind;
    private final @Nullable Object cursor;

    /**
     * Requests the first page.
     *
     * @param goOn to the end of the list; else one page is all
     * @param ask answers the data for variables
     */
    RowPages(
            TableLayout shape,
            Map<String, Object> variables,
            boolean goOn,
            Function<Map<String, Object>, @Nullable Object> ask) {
        this(shape.columns(), shape::rows, shape::cursor, variables, goOn, ask);
    }

    /** A table that is one page and known already. */
    static RowPages of(CrossTable table) {
        return new RowPages(
                table.columns(), (data, reader) -> table.rows(reader), data -> null, Map.of(), false, any -> null);
    }

    /** The same rows written as others. */
    RowPages as(List<TableColumn> others, UnaryOperator<@Nullable Object[]> row) {
        return new RowPages(this, others, row);
    }

    private RowPages(RowPages pages, List<TableColumn> columns, UnaryOperator<@Nullable Object[]> row) {
        this.columns = List.copyOf(columns);
        this.rows = (data, reader) -> pages.rows.accept(data, one -> reader.accept(row.apply(one)));
        this.cursorOf = pages.cursorOf;
        this.variables = pages.variables;
        this.goOn = pages.goOn;
        this.ask = pages.ask;
        this.data = pages.data;
        this.cursor = pages.cursor;
    }

    private RowPages(
            List<TableColumn> columns,
            BiConsumer<@Nullable Object, Consumer<@Nullable Object[]>> rows,
            Function<@Nullable Object, @Nullable Object> cursorOf,
            Map<String, Object> variables,
            boolean goOn,
            Function<Map<String, Object>, @Nullable Object> ask) {
        this.columns = List.copyOf(columns);
        this.rows = rows;
        this.cursorOf = cursorOf;
        this.variables = new TreeMap<>(variables);
        this.goOn = goOn;
        this.ask = ask;
        this.data = ask.apply(this.variables);
        this.cursor = goOn ? null : behind();
    }

    List<TableColumn> columns() {
        return columns;
    }

    /** Where the list goes on behind all these pages; null where it does not. */
    @Nullable
    Object cursor() {
        return cursor;
    }

    /** Reads the rows of this page once; they are not held after that. */
    void read(Consumer<@Nullable Object[]> reader) {
        rows.accept(data, reader);
        behind = behind();
        data = null;
    }

    /** Whether another page is wanted behind the one that was read. */
    boolean more() {
        return goOn && behind != null;
    }

    /** Turns to the next page, once this one was read. @return whether there is one that is wanted */
    boolean next() {
        if (!more()) {
            return false;
        }
        variables.put(NamedQuery.AFTER, behind);
        data = ask.apply(variables);
        return true;
    }

    private @Nullable Object behind() {
        return cursorOf.apply(data);
    }
}
