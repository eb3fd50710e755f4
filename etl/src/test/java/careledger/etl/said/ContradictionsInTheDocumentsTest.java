package careledger.etl.said;

import static org.assertj.core.api.Assertions.assertThat;

import careledger.answers.observation.Observation;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What docs/contradictions.md lists as found, in the loaded extracts. */
class ContradictionsInTheDocumentsTest {
    @Test
    void whatWasReadInTheDocumentsIsNoted() {
        assertThat(notes())
                .hasEntrySatisfying("market-position-2016-06/2016-139", note -> assertThat(note)
                        .contains("printed 10%", "60 of the 466", "12.9%"))
                .hasEntrySatisfying("annual-report-2019-20/2020-006", note -> assertThat(note)
                        .contains("printed 71%", "45% + 28%"))
                .hasEntrySatisfying("annual-report-2019-20/2020-231", note -> assertThat(note)
                        .contains("printed over 50", "from 402", "to 402"))
                .hasEntrySatisfying("iro-annual-2018-19/201909-349", note -> assertThat(note)
                        .contains("465", "30 June 2019"))
                .hasEntrySatisfying("cse-update-2019-09/201909-198", note -> assertThat(note)
                        .contains("printed 40%", "115.3%"))
                .hasEntrySatisfying(
                        "market-position-2016-06/health_performance/immunisations_pct/E10000018/2015-03-31",
                        note -> assertThat(note).contains("268 of 304 is 88.2%", "310, the base of 31 March 2016"));
    }

    @Test
    void nothingElseIsNoted() {
        List<String> contradicted = notes().entrySet().stream()
                .filter(entry -> !entry.getValue().matches("published (on|in) [^,]+, before the period ends on [^,]+"))
                .map(Map.Entry::getKey)
                .toList();

        assertThat(contradicted).hasSize(52);
        assertThat(contradicted).noneMatch(claim -> claim.startsWith("dfe-"));
    }

    private static Map<String, String> notes() {
        return RealWarehouse.shared().qualityNotes().stream()
                .collect(Collectors.toMap(Observation::id, note -> Objects.requireNonNull(note.qualityNote())));
    }
}
