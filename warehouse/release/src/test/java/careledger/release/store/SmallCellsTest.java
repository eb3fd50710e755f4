package careledger.release.store;

import static org.assertj.core.api.Assertions.assertThat;

import careledger.release.store.SmallCells.Cell;
import careledger.schema.disclosure.DisclosureRules;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SmallCellsTest {
    /** The table of exploitation referrals by gender of the annual report 2019-20. */
    @Test
    void oneTransgenderChildTakesTheNextSmallestPartWithIt() {
        assertThat(withheld("sex=female 211", "sex=male 102", "sex=not_recorded 0", "sex=transgender 1"))
                .isEqualTo(Map.of(
                        "sex=transgender", WithheldReason.SMALL_COUNT,
                        "sex=male", WithheldReason.WOULD_REVEAL_A_SMALL_COUNT));
    }

    @Test
    void countsOfFiveAndMoreAndNoneAreShown() {
        assertThat(withheld("sex=female 5", "sex=male 27", "sex=transgender 0")).isEmpty();
    }

    @Test
    void smallCountsOfWhatWasDoneAreShown() {
        assertThat(withheld("placement_type=residential_internal 4", "placement_type=adoption 30"))
                .isEmpty();
    }

    @Test
    void twoSmallCountsHideEachOther() {
        assertThat(withheld("sex=female 211", "sex=male 3", "sex=transgender 1"))
                .containsOnlyKeys("sex=male", "sex=transgender");
    }

    /** In a cross-table a withheld cell can be found from its row and from its column, and so can the one that hides it. */
    @Test
    void crossTablesAreProtectedInBothDirections() {
        Map<String, WithheldReason> withheld =
                withheld("sex=female;stage=1 40", "sex=male;stage=1 2", "sex=female;stage=2 30", "sex=male;stage=2 20");

        assertThat(withheld)
                .containsOnlyKeys("sex=female;stage=1", "sex=male;stage=1", "sex=female;stage=2", "sex=male;stage=2");
    }

    private static Map<String, WithheldReason> withheld(String... cells) {
        Map<Cell, List<Double>> counts = new LinkedHashMap<>();
        for (String cell : cells) {
            String[] parts = cell.split(" ", -1);
            counts.put(Cell.of("i", "a", "p", parts[0]), List.of(Double.valueOf(parts[1])));
        }
        Map<String, WithheldReason> named = new TreeMap<>();
        SmallCells.find(DisclosureRules.builtIn(), counts)
                .forEach((key, reason) -> named.put(
                        String.join(
                                ";",
                                key.members().entrySet().stream()
                                        .map(member -> member.getKey() + "=" + member.getValue())
                                        .toList()),
                        reason));
        return named;
    }
}
