package careledger.etl.run;

import java.util.List;

/**
 * The first of many, never without saying how many more there are.
 *
 * @param leftOut how many are not among the rows
 */
record Excerpt<T>(long total, List<T> rows, long leftOut) {
    static final int MOST = 1000;

    Excerpt {
        rows = List.copyOf(rows);
        if (total != rows.size() + leftOut) {
            throw new IllegalArgumentException(total + " are not " + rows.size() + " and " + leftOut + " left out");
        }
    }

    static <T> Excerpt<T> of(List<T> all) {
        return of(all.size(), all);
    }

    /** @param some the first of them, perhaps not all */
    static <T> Excerpt<T> of(long total, List<T> some) {
        List<T> rows = some.subList(0, Math.min(MOST, some.size()));
        return new Excerpt<>(total, rows, total - rows.size());
    }
}
