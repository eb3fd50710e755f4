package careledger.etl.layout;

import static org.assertj.core.api.Assertions.assertThat;

import careledger.schema.mapping.FileMapping;
import careledger.schema.observation.Claim;
import careledger.schema.problem.Rejection;
import careledger.schema.problem.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The whole examples of docs/mappings.md do what the document says. */
class MappingsDocumentTest {
    private static final Pattern EXAMPLE = Pattern.compile(
            "`(\\w+)-example/extract.yaml`:\\s+```yaml\\n(.*?)```\\s+`[^`]+`:\\s+```csv\\n(.*?)```", Pattern.DOTALL);
    private static final Map<String, FolderRead> EXAMPLES = new LinkedHashMap<>();

    @BeforeAll
    static void readExamples() throws IOException {
        Matcher example = EXAMPLE.matcher(Files.readString(Path.of("..", "docs", "mappings.md")));
        while (example.find()) {
            EXAMPLES.put(example.group(1), FolderRead.of(example.group(2), example.group(3)));
        }
    }

    @Test
    void everyLayoutHasAWholeExampleThatIsOfIt() {
        assertThat(EXAMPLES.keySet())
                .containsExactly("claims", "wide", "tidy", "opendata", "council", "long", "neighbours");
        EXAMPLES.forEach((name, read) -> assertThat(
                        read.mapping().delivery().orElseThrow().files())
                .extracting(FileMapping::layout)
                .containsExactly(Map.of("opendata", "tidy", "council", "wide").getOrDefault(name, name)));
    }

    @Test
    void nothingInTheExamplesIsRefused() {
        assertThat(EXAMPLES.values())
                .allSatisfy(read -> assertThat(read.rejections()).allMatch(one -> one.rule() == Rule.LEFT_OUT));
    }

    @Test
    void theTableGivesTheClaimsThatTheDocumentLists() {
        assertThat(example("wide").claims())
                .extracting(claim -> claim.indicator() + " " + claim.area() + " "
                        + claim.value()
                                .map(Object::toString)
                                .orElse(claim.status().shorthand()))
                .containsExactly(
                        "cp_repeat_pct E10000018 15.1",
                        "cp_repeat_count E10000018 28",
                        "cp_repeat_pct statistical-neighbours 21.9",
                        "cse_referrals_count E10000018 71",
                        "cse_referrals_count statistical-neighbours [x]");
    }

    @Test
    void openDataOfAnotherYearIsReadByItsMappingAlone() {
        assertThat(example("tidy").claims())
                .extracting(Claim::id)
                .contains(
                        "dfe-looked-after-2026/children_in_care/cic_count/E10000018/2026-03-31",
                        "dfe-looked-after-2026/children_in_care/cic_rate_per_10k/E10000018/2026-03-31/sex=male");
    }

    @Test
    void rowsThatAreNotWantedAreToldWithTheReason() {
        assertThat(example("opendata").claims())
                .extracting(Claim::id)
                .containsExactly(
                        "dfe-looked-after-2026/characteristics/cic_count/E10000018/2026-03-31",
                        "dfe-looked-after-2026/characteristics/cic_count/E10000018/2026-03-31/sex=male");
        assertThat(example("opendata").rejections())
                .extracting(Rejection::reason)
                .containsExactly(
                        "Left out: 1 row whose 'cla_group' is other than Looked after on 31 March: Only the count on"
                                + " the day is kept.",
                        "Left out: 1 row whose 'geographic_level' is School: Schools are not areas of the warehouse.");
    }

    @Test
    void aTableAmongTitlesAndNotesGivesItsFiguresAlone() {
        assertThat(example("council").claims()).hasSize(4);
        assertThat(example("council").tally().rowsRejected()).isZero();
    }

    private static FolderRead example(String layout) {
        return Optional.ofNullable(EXAMPLES.get(layout)).orElseThrow();
    }
}
