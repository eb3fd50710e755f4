package careledger.schema.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import careledger.schema.catalogue.CatalogueReader;
import careledger.schema.catalogue.Unit;
import org.junit.jupiter.api.Test;

class SteadyRulesTest {
    @Test
    void everyUnitHasARuleWithAReason() {
        for (Unit unit : Unit.values()) {
            assertThat(rule(unit).reason()).as(unit.name()).isNotBlank();
        }
    }

    @Test
    void toleranceIsIncluded() {
        assertThat(rule(Unit.PERCENT).steady(9, 10)).isTrue();
        assertThat(rule(Unit.PERCENT).steady(9, 10.1)).isFalse();
        assertThat(rule(Unit.COUNT).steady(700, 686)).isTrue();
        assertThat(rule(Unit.COUNT).steady(0, 1)).isFalse();
    }

    @Test
    void ratesPrintedWholeAreSteadyWithinOne() {
        assertThat(rule(Unit.RATE_PER_10K).steady(17, 18)).isTrue();
        assertThat(rule(Unit.RATE_PER_10K).steady(18, 20)).isFalse();
        assertThat(rule(Unit.RATE_PER_10K).steady(100, 102)).isTrue();
    }

    @Test
    void indicatorOfAnotherScaleHasItsOwnTolerance() {
        SteadyRule progress = SteadyRules.of("ks4_progress_8_score", Unit.SCORE);

        assertThat(progress.id()).isEqualTo("steady/ks4_progress_8_score");
        assertThat(progress.steady(-1.05, -0.92)).isFalse();
        assertThat(SteadyRules.of("sdq_average_score", Unit.SCORE).id()).isEqualTo("steady/SCORE");
        assertThat(SteadyRules.of("sdq_average_score", Unit.SCORE).steady(-1.05, -0.92))
                .isTrue();
    }

    @Test
    void unitWithoutARuleIsAMistake() {
        String file = "units:\n  - {unit: COUNT, by: percent, tolerance: 2, percentChange: true, reason: Said.}\n";

        assertThatThrownBy(() -> SteadyRules.parse(file)).hasMessageContaining("PERCENT has no rule");
    }

    @Test
    void indicatorsWithARuleAreOfTheCatalogue() {
        assertThat(SteadyRules.indicators()).isNotEmpty().allSatisfy(id -> assertThat(
                        CatalogueReader.builtIn().indicator(id))
                .isPresent());
    }

    private static SteadyRule rule(Unit unit) {
        return SteadyRules.of("any", unit);
    }
}
