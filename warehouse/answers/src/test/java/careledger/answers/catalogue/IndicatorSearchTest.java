package careledger.answers.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import careledger.answers.query.SampleQueries;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IndicatorSearchTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"LAC", "CLA", "CiC", "looked after", "in care", "children in care", "Children looked-after"})
    void everyNameOfChildrenInCareFindsThemFirst(String name) {
        assertThat(find(name)).startsWith("cic_count");
    }

    @Test
    void documentsWithAllWordsAreFoundAndElseThoseWithMost() {
        assertThat(find("dental checks")).startsWith("dental_check_pct").isSubsetOf(find("dental"));
        assertThat(find("dental submarine")).isEqualTo(find("dental"));
    }

    @Test
    void beginningsOfWordsAreEnoughInAnyCase() {
        assertThat(find("DENT")).containsAll(find("dental"));
    }

    @Test
    void partsOfIdsAreWords() {
        assertThat(find("3plus")).contains("placements_3plus_pct");
    }

    @Test
    void numbersMayBeWrittenAsWords() {
        assertThat(find("three or more placements"))
                .contains("placements_3plus_pct")
                .isEqualTo(find("3 or more placement"));
    }

    @Test
    void signsAloneFindNothing() {
        assertThat(find("?!")).isEmpty();
    }

    private static List<String> find(String asked) {
        return SampleQueries.query((sql, catalogue) ->
                catalogue.search().find(asked).stream().map(IndicatorEntry::id).toList());
    }
}
