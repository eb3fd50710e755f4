package careledger.answers.observation;

import static org.assertj.core.api.Assertions.assertThat;

import careledger.answers.query.SampleQueries;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is read from one column is what the others say. */
class FactsTest {
    private static final String COLUMNS = """
        SELECT claim_id, indicator_id, area_id, period_id, breakdown_id, source_id, value, value_text, numerator,
            denominator, lower, upper, status, value_kind, is_headline, definition_id, segment_id, break_before,
            quartile, rag, direction, band, caveat, locator, source_text, quality_note
        FROM observation
        ORDER BY claim_id\
        """;

    @Test
    void figuresReadAsOneAreThoseOfTheColumns() {
        List<List<Object>> read = SampleQueries.query((sql, catalogue) -> new FigureQuery(PagingTest.EVERYTHING, 10_000)
                .answer(sql, catalogue.attributes()).stream()
                        .map(FactsTest::inTheOrderOfTheColumns)
                        .sorted((one, other) ->
                                one.get(0).toString().compareTo(other.get(0).toString()))
                        .toList());

        List<List<Object>> columns = SampleQueries.query((sql, catalogue) -> sql.rows(
                COLUMNS,
                List.of(),
                row -> Arrays.<Object>asList(
                        row.text(),
                        row.text(),
                        row.text(),
                        row.text(),
                        row.text(),
                        row.text(),
                        row.numberOrNull(),
                        row.text(),
                        row.numberOrNull(),
                        row.numberOrNull(),
                        row.numberOrNull(),
                        row.numberOrNull(),
                        row.text(),
                        row.text(),
                        row.flag(),
                        row.text(),
                        row.text(),
                        row.flag(),
                        row.intOrNull(),
                        row.textOrNull(),
                        row.textOrNull(),
                        row.textOrNull(),
                        row.textOrNull(),
                        row.text(),
                        row.textOrNull(),
                        row.textOrNull())));
        assertThat(read).isEqualTo(columns);
        for (int column = 0; column < columns.get(0).size(); column++) {
            int place = column;
            assertThat(columns).as("column %s of the sample", place).anyMatch(row -> row.get(place) != null);
        }
    }

    private static List<Object> inTheOrderOfTheColumns(Observation row) {
        return Arrays.asList(
                row.id(),
                row.indicator(),
                row.area(),
                row.period(),
                row.breakdown(),
                row.source(),
                row.value(),
                row.valueText(),
                row.numerator(),
                row.denominator(),
                row.lower(),
                row.upper(),
                row.status().name(),
                row.valueKind().name(),
                row.headline(),
                row.definition(),
                row.segment(),
                row.breakBefore(),
                row.quartile(),
                row.rag() == null ? null : row.rag().name(),
                row.direction(),
                row.band(),
                row.caveat(),
                row.sourceLocator(),
                row.sourceText(),
                row.qualityNote());
    }
}
