package careledger.schema.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FocusAreaTest {
    @Test
    void isGivenByCodeNameOrFormerCode() {
        assertThat(FocusArea.of("Kent")).isEqualTo("E10000016");
        assertThat(FocusArea.of("kent ")).isEqualTo("E10000016");
        assertThat(FocusArea.of("E10000016")).isEqualTo("E10000016");
        assertThat(FocusArea.of("E10000027")).isEqualTo("E06000066");
    }

    @Test
    void standardIsAnAreaOfTheCatalogue() {
        assertThat(CatalogueReader.builtIn().area(FocusArea.standard())).isPresent();
    }

    @Test
    void nameThatIsNoneIsRefusedWithTheNearest() {
        assertThatThrownBy(() -> FocusArea.of("Kennt"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'Kennt'")
                .hasMessageContaining("'Kent'");
    }
}
