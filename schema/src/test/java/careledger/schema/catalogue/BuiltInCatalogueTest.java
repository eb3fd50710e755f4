package careledger.schema.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BuiltInCatalogueTest {
    @Test
    void holdsTogether() {
        CatalogueReader reader = CatalogueReader.readBuiltIn();

        assertThat(reader.problems()).isEmpty();
        assertThat(reader.catalogue().indicators()).hasSizeGreaterThan(400);
        assertThat(reader.catalogue().topics()).isNotEmpty();
        assertThat(reader.catalogue().areas()).isNotEmpty();
        assertThat(reader.catalogue().dimensions()).isNotEmpty();
    }

    @Test
    void oneMemberStandsForOneThingHoweverItIsPrinted() {
        Catalogue catalogue = CatalogueReader.builtIn();

        assertThat(catalogue.member("placement_type", "IFA"))
                .isEqualTo(catalogue.member("placement_type", "Independent  fostering agency"))
                .isPresent();
        assertThat(catalogue.area("National"))
                .isEqualTo(catalogue.area("E92000001"))
                .isPresent();
    }
}
