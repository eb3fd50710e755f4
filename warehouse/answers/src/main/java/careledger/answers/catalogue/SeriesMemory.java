package careledger.answers.catalogue;

import careledger.answers.query.Sql;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The series of a release that were read last, as the serving table has them. A series is read whole through the index of
 * the serving file, which costs less than half of looking for some of its figures by their columns; a narrower question
 * about a series in memory costs no statement.
 */
public final class SeriesMemory {
    /** Of the heap: one part in so many for each release that is open. */
    private static final int HEAP_SHARE = 16;

    private static final int BYTES_BESIDE_TEXT = 80;

    private static final String READ = "select is_headline, break_before, facts from observation where series_half = ?";

    private final Map<String, Long> indicators = new HashMap<>();
    private final Map<String, Long> areas = new HashMap<>();
    private final Cache<Long, List<Row>> read;

    /**
     * A row of the serving table.
     *
     * @param facts the packed columns
     */
    public record Row(boolean headline, boolean breakBefore, String facts) {}

    private SeriesMemory(long bytes) {
        this.read = Caffeine.newBuilder()
                .maximumWeight(bytes)
                .weigher((Long half, List<Row> rows) -> BYTES_BESIDE_TEXT
                        + rows.stream()
                                .mapToInt(row ->
                                        BYTES_BESIDE_TEXT + 2 * row.facts().length())
                                .sum())
                .build();
    }

    /** Reads how series are numbered in the serving file. */
    static SeriesMemory load(Sql sql) throws SQLException {
        SeriesMemory memory = new SeriesMemory(Runtime.getRuntime().maxMemory() / HEAP_SHARE);
        sql.rows("select kind = 'INDICATOR', id, number from series_number", List.of(), row -> {
            Map<String, Long> numbers = row.flag() ? memory.indicators : memory.areas;
            return numbers.put(row.text(), (long) row.whole());
        });
        return memory;
    }

    /**
     * All figures of an indicator and area without a breakdown, or all with one, in the order of the serving table.
     *
     * @return empty where the release does not have the indicator or the area
     */
    public Optional<List<Row>> rows(String indicator, String area, boolean parts, Sql sql) throws SQLException {
        Long first = indicators.get(indicator);
        Long second = areas.get(area);
        if (first == null || second == null) {
            return Optional.empty();
        }
        long half = 2 * (first * 1_000_000 + second) + (parts ? 1 : 0);
        List<Row> known = read.getIfPresent(half);
        if (known == null) {
            known = List.copyOf(sql.rows(READ, List.of(half), row -> new Row(row.flag(), row.flag(), row.text())));
            read.put(half, known);
        }
        return Optional.of(known);
    }
}
