package careledger.answers.query;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param totalCount rows of the whole list
 * @param endCursor where to go on; null on a page without rows
 */
public record Page<T>(
        List<T> rows,
        int totalCount,
        boolean hasNextPage,
        @Nullable String endCursor) {
    public Page {
        rows = List.copyOf(rows);
    }

    /**
     * A page of a list that is at hand in its order.
     *
     * @param id identifies rows; the page continues after the row whose id the cursor holds
     * @throws InvalidQueryException where no row has that id
     */
    public static <T> Page<T> of(List<T> all, Function<T, String> id, PageRequest request) {
        int start =
                request.cursor().map(cursor -> after(all, id, cursor, request)).orElse(0);
        int end = Math.min(all.size(), start + request.first());
        List<T> rows = all.subList(start, end);
        return new Page<>(
                rows,
                all.size(),
                end < all.size(),
                rows.isEmpty() ? null : request.cursorAfter(List.of(id.apply(rows.get(rows.size() - 1)))));
    }

    /**
     * A page of what a statement found.
     *
     * @param found rows from the cursor on, one more than the page holds where there are more
     * @param keys sort values of a row, from which the next page continues
     */
    public static <T> Page<T> found(List<T> found, int total, Function<T, List<Object>> keys, PageRequest request) {
        boolean more = found.size() > request.first();
        List<T> rows = more ? found.subList(0, request.first()) : found;
        return new Page<>(
                rows, total, more, rows.isEmpty() ? null : request.cursorAfter(keys.apply(rows.get(rows.size() - 1))));
    }

    private static <T> int after(List<T> all, Function<T, String> id, Cursor cursor, PageRequest request) {
        for (int i = 0; i < all.size(); i++) {
            if (id.apply(all.get(i)).equals(cursor.keys().get(0))) {
                return i + 1;
            }
        }
        throw Cursor.forged(request.argument());
    }
}
