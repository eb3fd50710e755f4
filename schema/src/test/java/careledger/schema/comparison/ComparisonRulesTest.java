package careledger.schema.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import careledger.schema.catalogue.Catalogue;
import careledger.schema.catalogue.CatalogueReader;
import careledger.schema.catalogue.Unit;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ComparisonRulesTest {
    private final Catalogue catalogue = CatalogueReader.builtIn();
    private final Comparisons rules = ComparisonsReader.builtIn();

    @Test
    void everySegmentIsOfTheCatalogue() {
        List<String> segments = Stream.concat(
                        rules.ratios().stream().flatMap(ratio -> Stream.of(ratio.of(), ratio.by())),
                        rules.populations().stream().flatMap(pair -> Stream.of(pair.of(), pair.all())))
                .toList();

        assertThat(segments).isNotEmpty().allSatisfy(segment -> assertThat(catalogue
                        .indicator(Comparisons.indicator(segment))
                        .orElseThrow()
                        .definitions())
                .anySatisfy(definition -> assertThat(definition.id()).isEqualTo(segment)));
    }

    @Test
    void unitsFitTheKindOfRatio() {
        assertThat(rules.ratios()).allSatisfy(ratio -> {
            Unit divided = catalogue
                    .indicator(Comparisons.indicator(ratio.of()))
                    .orElseThrow()
                    .unit();
            Unit divisor = catalogue.indicator(ratio.divisor()).orElseThrow().unit();

            assertThat(divisor).isEqualTo(Unit.COUNT);
            assertThat(divided).isEqualTo(ratio.kind() == RatioKind.COST_PER_CHILD ? Unit.GBP : Unit.COUNT);
        });
        assertThat(rules.populations()).allSatisfy(pair -> assertThat(
                        catalogue.indicator(pair.indicator()).orElseThrow().unit())
                .isEqualTo(catalogue
                        .indicator(Comparisons.indicator(pair.of()))
                        .orElseThrow()
                        .unit()));
    }

    @Test
    void sideWithoutADefinitionIsReported() {
        assertThatThrownBy(() -> ComparisonsReader.parse(
                        "ratios: []\npopulations:\n  - {of: a, all: b/c, reason: d}\ndeflator: e\n"))
                .hasMessageContaining("'a' is no segment");
    }
}
