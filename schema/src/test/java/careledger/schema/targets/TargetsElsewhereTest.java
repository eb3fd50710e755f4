package careledger.schema.targets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import careledger.schema.catalogue.CatalogueReader;
import careledger.schema.catalogue.Unit;
import org.junit.jupiter.api.Test;

class TargetsElsewhereTest {
    @Test
    void placementTargetOf2016StandsOnTheTrendOfThreeOrMorePlacements() {
        assertThat(TargetsElsewhere.on("placements_3plus_pct")).singleElement().satisfies(target -> {
            assertThat(target.of()).isEqualTo("placement_stability_unspecified_pct");
            assertThat(target.show()).isEqualTo(TargetElsewhere.Show.STEP);
            assertThat(target.reason()).contains("does not name the measure");
        });
    }

    @Test
    void otherTrendsHaveNone() {
        assertThat(TargetsElsewhere.on("dental_check_pct")).isEmpty();
    }

    @Test
    void indicatorsAreOfTheCatalogueAndOfOneUnit() {
        assertThat(TargetsElsewhere.all()).isNotEmpty().allSatisfy(target -> assertThat(unit(target.of()))
                .as(target.toString())
                .isEqualTo(unit(target.on())));
    }

    @Test
    void targetOnItsOwnTrendIsAMistake() {
        assertThatThrownBy(() -> TargetsElsewhere.parse("""
                        targets:
                          - {of: a_pct, on: a_pct, show: step, reason: Said.}
                        """)).hasMessageContaining("name another");
    }

    private static Unit unit(String indicator) {
        return CatalogueReader.builtIn().indicator(indicator).orElseThrow().unit();
    }
}
