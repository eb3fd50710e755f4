package careledger.api.namedquery;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Leaves out of an answer's rows what is no wanted column.
 *
 * @param whole table of the document
 * @param wanted the same table with fewer columns
 */
record RowSelection(TableLayout whole, TableLayout wanted) {
    @Nullable
    Object of(@Nullable Object data) {
        return changed(data, whole.root(), list -> elements(list, 0));
    }

    private @Nullable Object elements(@Nullable Object list, int depth) {
        if (!(list instanceof List<?> elements)) {
            return list;
        }
        List<@Nullable Object> kept = new ArrayList<>();
        for (Object element : elements) {
            @Nullable Object row = element;
            for (TableLayout.Cell cell : whole.levels().get(depth).cells()) {
                if (wanted.levels().get(depth).cells().stream()
                        .noneMatch(one -> one.column().equals(cell.column()))) {
                    row = without(row, cell.path());
                }
            }
            List<String> next = whole.levels().get(depth).next();
            kept.add(next.isEmpty() ? row : changed(row, next, inner -> elements(inner, depth + 1)));
        }
        return kept;
    }

    private static @Nullable Object without(@Nullable Object object, List<String> path) {
        String key = path.get(path.size() - 1);
        return changed(object, path.subList(0, path.size() - 1), holder -> {
            if (!(holder instanceof Map<?, ?> map)) {
                return holder;
            }
            Map<Object, Object> fewer = new LinkedHashMap<>(map);
            fewer.remove(key);
            return fewer;
        });
    }

    private static @Nullable Object changed(
            @Nullable Object object, List<String> path, UnaryOperator<@Nullable Object> change) {
        if (path.isEmpty()) {
            return change.apply(object);
        }
        if (!(object instanceof Map<?, ?> map)) {
            return object;
        }
        Map<Object, @Nullable Object> copy = new LinkedHashMap<>(map);
        copy.put(path.get(0), changed(map.get(path.get(0)), path.subList(1, path.size()), change));
        return copy;
    }
}
