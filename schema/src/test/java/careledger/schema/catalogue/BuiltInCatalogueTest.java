package careledger.schema.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BuiltInCatalogueTest {
    @Test
    void builtInCatalogueHoldsTogether() {
        Catalogue catalogue = CatalogueReader.builtIn();

        assertThat(catalogue.indicator("cic_count"))
                .hasValueSatisfying(indicator -> assertThat(indicator.unit()).isEqualTo(Unit.COUNT));
        assertThat(catalogue.area("National")).map(Area::id).contains("E92000001");
        assertThat(catalogue.topics()).allSatisfy(topic -> assertThat(catalogue.indicators())
                .anySatisfy(indicator -> assertThat(indicator.topic()).isEqualTo(topic.id())));
    }
}
