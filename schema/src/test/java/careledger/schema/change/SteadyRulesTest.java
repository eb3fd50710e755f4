package careledger.schema.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import careledger.schema.catalogue.CatalogueReader;
import careledger.schema.catalogue.Unit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SteadyRulesTest {
    private static final String UNITS = Stream.of(Unit.values())
            .map(unit -> "  - {unit: " + unit + ", percentChange: true}\n")
            .collect(Collectors.joining("", "units:\n", ""));

    @Test
    void wholePercentagesAreLevelWithinOnePoint() {
        assertThat(rule(Unit.PERCENT).steady(9, 10, 0)).isTrue();
        assertThat(rule(Unit.PERCENT).steady(93, 95, 0)).isFalse();
    }

    @Test
    void decimalPercentagesAreLevelWithinTwoPercentOfTheSmallerSide() {
        assertThat(rule(Unit.PERCENT).steady(14.55, 13.58, 2)).isFalse();
        assertThat(rule(Unit.PERCENT).allowed(95, 1)).isEqualTo(0.1);
        assertThat(rule(Unit.PERCENT).allowed(50, 1)).isEqualTo(1);
        assertThat(rule(Unit.PERCENT).allowed(120, 1)).isEqualTo(0.1);
    }

    @Test
    void countsAreLevelWithinTwoPercentOrOne() {
        assertThat(rule(Unit.COUNT).steady(700, 686, 0)).isTrue();
        assertThat(rule(Unit.COUNT).steady(700, 685, 0)).isFalse();
        assertThat(rule(Unit.COUNT).steady(3, 4, 0)).isTrue();
        assertThat(rule(Unit.COUNT).steady(3, 5, 0)).isFalse();
    }

    @Test
    void scoresNearZeroAreLevelWithinOnePrintedUnit() {
        assertThat(rule(Unit.SCORE).steady(-0.01, 0, 2)).isTrue();
        assertThat(rule(Unit.SCORE).steady(-0.02, 0, 2)).isFalse();
    }

    @Test
    void ruleOfAnIndicatorOnlyNarrows() {
        SteadyRules rules = SteadyRules.parse(UNITS + """
            indicators:
              - {indicator: narrow, tolerance: 0.2, reason: said here}
              - {indicator: wide, tolerance: 50, reason: said here}
            """);

        assertThat(rules.rule("narrow", Unit.COUNT).allowed(700, 0)).isEqualTo(0.2);
        assertThat(rules.rule("narrow", Unit.COUNT).id()).isEqualTo("steady/narrow");
        assertThat(rules.rule("wide", Unit.COUNT).allowed(700, 0)).isEqualTo(14);
        assertThat(rules.rule("other", Unit.COUNT).id()).isEqualTo("steady/COUNT");
    }

    @Test
    void unitWithoutARuleIsAMistake() {
        assertThatThrownBy(() -> SteadyRules.parse("units:\n  - {unit: COUNT, percentChange: true}\n"))
                .hasMessageContaining("PERCENT has no rule");
    }

    @Test
    void indicatorsWithARuleAreOfTheCatalogue() {
        assertThat(SteadyRules.indicators())
                .allSatisfy(id ->
                        assertThat(CatalogueReader.builtIn().indicator(id)).isPresent());
    }

    private static SteadyRule rule(Unit unit) {
        return SteadyRules.of("any", unit);
    }
}
