package careledger.schema.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellTemplateTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{count} ({percent}%)|47 (35.6%)|47, 35.6",
                "{count} ({percent}%)|47   (35.6%)|47, 35.6",
                "{percent}% ({late}/{total})|99.4% (8/1350)|99.4, 8, 1350",
                "{ratio} ({band})|3.4 (Band 2)|3.4, Band 2",
                "£{value}|£500,000|500,000",
                "{value}|-0.01|-0.01",
            })
    void aCellGivesWhatItsPlaceholdersTake(String template, String cell, String taken) {
        assertThat(CellTemplate.parse(template).match(cell).orElseThrow().values())
                .containsExactly(taken.split(", "));
    }

    @Test
    void aCellThatIsPrintedOtherwiseGivesNothing() {
        CellTemplate template = CellTemplate.parse("{count} ({percent}%)");

        assertThat(List.of("47", "47 (35.6)", "47(35.6%)", "47 (35.6%) *"))
                .allSatisfy(cell -> assertThat(template.match(cell)).isEmpty());
    }

    @Test
    void aTemplateNeedsAFigureAndNoPlaceholderTwice() {
        assertThatThrownBy(() -> CellTemplate.parse("({band})")).hasMessageContaining("a placeholder for a figure");
        assertThatThrownBy(() -> CellTemplate.parse("{a}/{a}")).hasMessageContaining("occurs twice");
    }
}
