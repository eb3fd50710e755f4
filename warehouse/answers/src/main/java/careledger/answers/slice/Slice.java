package careledger.answers.slice;

import careledger.answers.observation.Warning;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A cross-table; every row has one cell and one text for each column. */
public record Slice(List<Column> columns, List<Row> rows, List<Warning> warnings, String dataVersion) {
    public Slice {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        warnings = List.copyOf(warnings);
    }

    /** The cells in which something was published, row after row; made when they are read. */
    public List<Entry> entries() {
        return rows.stream()
                .flatMap(row -> IntStream.range(0, columns.size())
                        .filter(place -> !row.texts().get(place).isEmpty())
                        .mapToObj(place -> Entry.of(row, columns.get(place), place)))
                .toList();
    }

    /** One cell by itself. */
    public record Entry(
            String rowKey,
            String row,
            String columnKey,
            String column,
            @Nullable Double value,
            String text) {
        private static Entry of(Row row, Column column, int place) {
            return new Entry(
                    row.key(),
                    String.join(", ", row.labels()),
                    column.key(),
                    String.join(", ", column.labels()),
                    row.cells().get(place),
                    row.texts().get(place));
        }
    }

    /** @param key ids of what the column holds, joined by '|' */
    public record Column(String key, List<String> labels) {
        public Column {
            labels = List.copyOf(labels);
        }
    }

    /**
     * @param key ids of what the row holds, joined by '|'
     * @param cells null where nothing was published, or where it is no number
     * @param texts empty where nothing was published
     */
    public record Row(String key, List<String> labels, List<@Nullable Double> cells, List<String> texts) {
        public Row {
            labels = List.copyOf(labels);
            cells = Collections.unmodifiableList(new ArrayList<>(cells));
            texts = List.copyOf(texts);
        }
    }
}
