package careledger.answers.observation;

import static org.assertj.core.api.Assertions.assertThat;

import careledger.answers.query.ResultRow;
import careledger.answers.query.SampleQueries;
import careledger.schema.star.ObservationColumn;
import java.lang.reflect.RecordComponent;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is read from the packed column is what the other columns hold. */
class FactsTest {
    private static final List<ObservationColumn> PACKED = ObservationColumn.packed();

    @Test
    void figuresReadAsOneAreThoseOfTheColumns() {
        List<List<String>> read = SampleQueries.query((sql, catalogue) -> new FigureQuery(PagingTest.EVERYTHING, 10_000)
                .answer(sql, catalogue.attributes()).stream()
                        .map(FactsTest::packed)
                        .sorted(Comparator.comparing(row -> row.get(0)))
                        .toList());

        String columns = PACKED.stream().map(ObservationColumn::sqlName).collect(Collectors.joining(", "));
        List<List<String>> stored = SampleQueries.query((sql, catalogue) ->
                sql.rows("SELECT " + columns + " FROM observation ORDER BY claim_id", List.of(), FactsTest::cells));
        assertThat(read).isEqualTo(stored);
        for (int place = 0; place < PACKED.size(); place++) {
            String name = PACKED.get(place).field();
            int at = place;
            assertThat(stored.stream().map(row -> row.get(at)))
                    .as("values of %s in the sample", name)
                    .anyMatch(value -> !value.equals("null"));
        }
    }

    private static List<String> packed(Observation row) {
        return PACKED.stream().map(column -> String.valueOf(value(row, column))).toList();
    }

    private static @Nullable Object value(Observation row, ObservationColumn column) {
        RecordComponent component = Stream.of(Observation.class.getRecordComponents())
                .filter(one -> one.getName().equals(column.field()))
                .findFirst()
                .orElseThrow();
        try {
            return component.getAccessor().invoke(row);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    private static List<String> cells(ResultRow row) throws SQLException {
        List<String> cells = new ArrayList<>();
        for (ObservationColumn column : PACKED) {
            boolean number = column.type().startsWith("Float");
            cells.add(String.valueOf(number ? row.numberOrNull() : row.textOrNull()));
        }
        return cells;
    }
}
