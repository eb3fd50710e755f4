package careledger.answers.search;

import static org.assertj.core.api.Assertions.assertThat;

import careledger.schema.search.Thesaurus;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchIndexTest {
    private static final SearchIndex INDEX = new SearchIndex(
            List.of(
                    document("cic_count", "Children in care", "How many children were in care on one day.", true),
                    document("dental_check_pct", "Children in care with a dental check", "Teeth.", true),
                    document("no_dentist_count", "Cases without a dentist", "", false),
                    document("dental_check_count", "Number of children in care with a dental check", "Teeth.", false),
                    document("immunisations_pct", "Children in care with vaccinations up to date", "", false),
                    document("ks2_reading", "Reading at age 11", "Children who read well.", false),
                    document("families_count", "Families", "Supporting Leicestershire Families.", false),
                    document("health_assessment_pct", "Children with a yearly health assessment", "", false),
                    document("placements_3plus_pct", "Children with 3 or more placements in the year", "", false)),
            Thesaurus.builtIn(),
            Map.of("Leicestershire", "E10000018", "Reading", "E06000038", "East Midlands", "E12000004"));

    @Nested
    class Words {
        @ParameterizedTest
        @CsvSource({
            "dentist,dental_check_pct",
            "dentel,dental_check_pct",
            "dental vs East Midlands,dental_check_pct",
            "families versus Reading,families_count",
            "health assesments,health_assessment_pct",
            "vaccinated,immunisations_pct",
            "jabs,immunisations_pct",
            "moving around,placements_3plus_pct",
            "LAC,cic_count",
            "how many of us are in care?,cic_count",
            "kids in care,cic_count",
            "NI 62,placements_3plus_pct",
            "ni62,placements_3plus_pct",
        })
        void ofEverydayLanguageFindTheMeasureFirst(String typed, String first) {
            assertThat(INDEX.find(INDEX.read(typed))).startsWith(first);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "?!", "the", "submarine"})
        void thatNameNothingFindNothing(String typed) {
            assertThat(INDEX.find(INDEX.read(typed))).isEmpty();
        }

        /** Comparing a word with every known one takes time, and a text may hold hundreds. */
        @Test
        void thatAreMisspeltAreCorrectedUpToTen() {
            String unknown = "qqaa qqbb qqcc qqdd qqee qqff qqgg qqhh qqii ";

            assertThat(INDEX.read(unknown + "dentel").corrected()).containsKey("dentel");
            assertThat(INDEX.read(unknown + "qqjj dentel").corrected()).isEmpty();
            assertThat(INDEX.read(unknown.repeat(200)).terms()).hasSize(9);
        }

        @Test
        void thatOnlySomeDocumentsHaveDoNotHideThoseWithTheOthers() {
            assertThat(INDEX.find(INDEX.read("dental submarine"))).startsWith("dental_check_pct");
        }

        @Test
        void thatStandBetweenThingsToCompareNameNothing() {
            assertThat(INDEX.find(INDEX.read("2008 vs 2020"))).isEmpty();
            assertThat(INDEX.read("2008 vs 2020").years()).containsExactly("2008", "2020");
            assertThat(INDEX.find(INDEX.read("Leicestershire vs East Midlands")))
                    .isEmpty();
        }

        @Test
        void ofAQuestionThatNamesNothingFindChildrenInCare() {
            assertThat(INDEX.find(INDEX.read("are we worse than our neighbours?")))
                    .startsWith("cic_count");
        }

        @Test
        void findDocumentsWithoutFiguresLater() {
            SearchIndex index = new SearchIndex(
                    List.of(
                            new SearchDocument("a_pct", "Suspended pupils", List.of(), true, LocalDate.MIN, 0),
                            new SearchDocument(
                                    "b_pct",
                                    "Children in care suspended from school at least once",
                                    List.of(),
                                    false,
                                    LocalDate.of(2024, 7, 31),
                                    4)),
                    Thesaurus.builtIn(),
                    Map.of());
            assertThat(index.find(index.read("suspended"))).containsExactly("b_pct", "a_pct");
        }

        @Test
        void ofTheConceptDoNotCountBesideOthers() {
            assertThat(INDEX.find(INDEX.read("children in care dentist"))).doesNotContain("cic_count");
        }

        @Test
        void areCorrectedOnlyWhereNothingHasThem() {
            assertThat(INDEX.read("dentel").corrected()).containsKey("dentel");
            assertThat(INDEX.read("dental").corrected()).isEmpty();
        }
    }

    @Nested
    class PlacesAndYears {
        @Test
        void areRecognisedAndNotSearchedFor() {
            SearchQuery query = INDEX.read("dental check Leicestershire 2019/20");
            assertThat(query.places()).containsValue("E10000018");
            assertThat(query.years()).containsExactly("2019/20");
            assertThat(INDEX.find(query)).startsWith("dental_check_pct");
        }

        @Test
        void thatAreAlsoWordsArePlacesOnlyWhereWrittenAsNames() {
            assertThat(INDEX.read("reading at 11").places()).isEmpty();
            assertThat(INDEX.read("children in care in Reading").places()).containsValue("E06000038");
        }

        @Test
        void thatDocumentsOnlyNameAreNotSearchedFor() {
            SearchQuery query = INDEX.read("how many kids in care in leicestershire");
            assertThat(query.places()).containsValue("E10000018");
            assertThat(INDEX.find(query)).startsWith("cic_count");
        }

        @Test
        void ofSeveralWordsAreFound() {
            assertThat(INDEX.read("dentist in the east midlands").places()).containsValue("E12000004");
        }
    }

    private static SearchDocument document(String id, String title, String text, boolean onScorecard) {
        return new SearchDocument(
                id,
                title,
                List.of(new SearchField(id, 7), new SearchField(text, 3)),
                onScorecard,
                LocalDate.of(2025, 3, 31),
                10);
    }
}
