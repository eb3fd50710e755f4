package careledger.schema.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import careledger.schema.catalogue.Unit;
import org.junit.jupiter.api.Test;

class SteadyRulesTest {
    @Test
    void everyUnitHasARuleWithAReason() {
        for (Unit unit : Unit.values()) {
            assertThat(SteadyRules.of(unit).reason()).as(unit.name()).isNotBlank();
        }
    }

    @Test
    void toleranceIsIncluded() {
        assertThat(SteadyRules.of(Unit.PERCENT).steady(9, 10)).isTrue();
        assertThat(SteadyRules.of(Unit.PERCENT).steady(9, 10.1)).isFalse();
        assertThat(SteadyRules.of(Unit.COUNT).steady(700, 686)).isTrue();
        assertThat(SteadyRules.of(Unit.COUNT).steady(0, 1)).isFalse();
    }

    @Test
    void unitWithoutARuleIsAMistake() {
        String file = "units:\n  - {unit: COUNT, by: percent, tolerance: 2, percentChange: true, reason: Said.}\n";

        assertThatThrownBy(() -> SteadyRules.parse(file)).hasMessageContaining("PERCENT has no rule");
    }
}
