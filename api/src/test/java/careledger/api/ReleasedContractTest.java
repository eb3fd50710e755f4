package careledger.api;

import static org.assertj.core.api.Assertions.assertThat;

import careledger.api.graphql.ServedContract;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The contract keeps what the last released one promised; every way of breaking it is tried. */
class ReleasedContractTest {
    private static final Path RELEASED = Path.of("../schema/released/schema.graphqls");
    private static final LocalDate TODAY = LocalDate.of(2027, 6, 30);

    @Test
    void contractKeepsWhatWasReleased() throws Exception {
        assertThat(ContractChanges.breaking(released(), ServedContract.text(), LocalDate.now(ZoneOffset.UTC)))
                .as("breaking changes since schema/released/schema.graphqls; add beside, and deprecate with a date")
                .isEmpty();
    }

    @Test
    void everyDeprecationSaysWhenItEnds() {
        assertThat(ContractChanges.undatedDeprecations(ServedContract.text())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "  caveat: String\\n"
                        + "                          |                                        | Observation.caveat",
                "  \"Only the newest n periods of each series.\"\\n"
                        + "  latest: Int\\n"
                        + " |                    | ObservationFilter.latest",
                "enum Rag { RED AMBER GREEN }                 | enum Rag { RED GREEN }                 | Rag",
                "  breakBefore: Boolean!                      |   breakBefore: Boolean                 |"
                        + " Observation.breakBefore",
                "  value: Float\\n"
                        + "  \"The value as            |   value: Int\\n"
                        + "  \"The value as        | Observation.value",
                "  createdAt: DateTime!                       |   createdAt: String!                   |"
                        + " Release.createdAt",
                "  columns: [Column!]!                        |   columns: [Column]!                   |"
                        + " ObservationPage.columns",
                "  latest: Int\\n"
                        + "                             |   latest: Int!\\n"
                        + "                      | ObservationFilter.latest",
                "conflicts(indicator: ID,                     | conflicts(indicator: ID!,              |"
                        + " Query.conflicts",
                "conflicts(indicator: ID,                     | conflicts(                             |"
                        + " Query.conflicts",
                "indicator(id: ID!)                           | indicator(id: ID!, year: Int!)         |"
                        + " Query.indicator",
                "input MemberFilter {                         | input MemberFilter { year: Int!        |"
                        + " MemberFilter.year",
                "headlineOnly: Boolean! = true                | headlineOnly: Boolean! = false         |"
                        + " ObservationFilter.headlineOnly",
                "  cell: SliceCell! = VALUE                   |   cell: SliceCell! = VALUE_TEXT        | Query.slice",
                "  first: Int! = 10000                        |   first: Int!                          |"
                        + " Query.observations",
            })
    void breakingChangeIsFound(String from, String to, String place) throws Exception {
        String before = released();
        String after = before.replace(text(from), to == null ? "" : text(to));

        assertThat(after).isNotEqualTo(before);
        assertThat(ContractChanges.breaking(before, after, TODAY)).anyMatch(change -> change.contains(place));
    }

    @Test
    void typeWithAnotherNameIsABreakingChange() throws Exception {
        String after = released().replaceAll("\\bRag\\b", "Colour");

        assertThat(ContractChanges.breaking(released(), after, TODAY)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "  caveat: String\\n                          |   caveat: String  shade: String",
                "enum Rag { RED AMBER GREEN }                 | enum Rag { RED AMBER GREEN BLUE }",
                "conflicts(indicator: ID,                     | conflicts(indicator: ID, year: Int,",
                "  latest: Int\\n                             |   latest: Int\\n  oldest: Int\\n",
                "  band: String\\n                            |   band: String!\\n",
                "input MemberFilter {                         | input MemberFilter { year: Int! = 7",
                "indicator(id: ID!)                           | indicator(id: ID!, year: Int! = 7)",
                "type Topic {                                 | type Shade { id: ID! } type Topic { shade: Shade",
            })
    void additionIsNoBreakingChange(String from, String to) throws Exception {
        String after = released().replace(text(from), text(to));

        assertThat(after).isNotEqualTo(released());
        assertThat(ContractChanges.breaking(released(), after, TODAY)).isEmpty();
    }

    @Nested
    class Deprecations {
        @Test
        void fieldMayGoOnceItsDateHasPassed() throws Exception {
            String before = deprecated("Use qualityNote. Removed on 2027-06-29.");

            assertThat(ContractChanges.breaking(before, without(), TODAY)).isEmpty();
        }

        @Test
        void fieldMayNotGoBefore() throws Exception {
            String before = deprecated("Use qualityNote. Removed on 2027-07-01.");

            assertThat(ContractChanges.breaking(before, without(), TODAY))
                    .anyMatch(change -> change.contains("Observation.caveat"));
        }

        @Test
        void oneWithoutADateIsNamed() throws Exception {
            for (String reason : List.of("Use qualityNote.", "Removed on 2027-13-01.", "Removed on Tuesday.")) {
                assertThat(ContractChanges.undatedDeprecations(deprecated(reason)))
                        .containsExactly("Observation.caveat");
            }
            assertThat(ContractChanges.undatedDeprecations(deprecated("Removed on 2027-07-01.")))
                    .isEmpty();
        }

        private String deprecated(String reason) throws Exception {
            return released()
                    .replace("  caveat: String\n", "  caveat: String @deprecated(reason: \"" + reason + "\")\n");
        }

        private String without() throws Exception {
            return released().replace("  caveat: String\n", "");
        }
    }

    private static String released() throws Exception {
        return Files.readString(RELEASED);
    }

    private static String text(String written) {
        return written.replace("\\n", "\n");
    }
}
