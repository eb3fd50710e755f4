package careledger.schema.totals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import careledger.schema.catalogue.Catalogue;
import careledger.schema.catalogue.CatalogueReader;
import org.junit.jupiter.api.Test;

class ExhaustivePartsTest {
    @Test
    void everyEntryIsOfTheCatalogue() {
        Catalogue catalogue = CatalogueReader.builtIn();

        assertThat(ExhaustivePartsReader.all()).isNotEmpty().allSatisfy(parts -> {
            assertThat(catalogue.indicator(parts.indicator())).isPresent();
            assertThat(parts.members()).isNotEmpty();
            assertThat(parts.members()).allSatisfy(member -> assertThat(catalogue.dimensions().stream()
                            .filter(dimension -> dimension.id().equals(parts.dimension()))
                            .flatMap(dimension -> dimension.members().stream())
                            .map(known -> known.id()))
                    .contains(member));
        });
    }

    @Test
    void unknownKeyIsReported() {
        assertThatThrownBy(() -> ExhaustivePartsReader.parse(
                        "totals:\n  - {indicator: a, dimension: b, members: [c], reason: d, why: e}\n"))
                .hasMessageContaining("why");
    }
}
