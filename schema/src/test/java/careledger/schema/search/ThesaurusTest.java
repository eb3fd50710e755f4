package careledger.schema.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import careledger.schema.catalogue.CatalogueReader;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ThesaurusTest {
    @Test
    void codesNameIndicatorsOfTheCatalogue() {
        assertThat(Thesaurus.builtIn().codes()).isNotEmpty().allSatisfy(code -> assertThat(code.indicators())
                .allMatch(id -> CatalogueReader.builtIn().indicator(id).isPresent()));
    }

    @Test
    void noPhraseIsReadInTwoWays() {
        assertThat(Thesaurus.builtIn().phrases().stream()
                        .flatMap(phrase -> phrase.say().stream())
                        .collect(Collectors.groupingBy(say -> say, Collectors.counting())))
                .isNotEmpty()
                .allSatisfy((say, times) -> assertThat(times).as(say).isOne());
    }

    @Test
    void mistakesAreReportedWithTheirLine() {
        assertThatThrownBy(() -> ThesaurusReader.parse("phrases:\n  - {say: [teeth], reed: dental}\n"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("reed");
    }
}
