package careledger.schema.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import careledger.schema.yaml.YamlFile;
import careledger.schema.yaml.YamlProblem;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CatalogueReviewTest {
    private static final String GOOD = """
            indicators:
              - id: planted_count
                title: Planted count
                plainEnglish: How many children were read to in the year.
                unit: COUNT
                polarity: NONE
                measure: FLOW
                timing: PERIOD
                synonyms: [reading]
                definitions:
                  - id: published
                    text: Children who were read to in the year.
                    sources: {annual-report-2019-20: children read to}
            """;

    @Test
    void everyIndicatorOfTheCatalogueStandsTheReview() {
        CatalogueReader reader = CatalogueReader.readBuiltIn();

        assertThat(reader.catalogue().indicators()).hasSizeGreaterThan(400);
        assertThat(reader.review()).isEmpty();
    }

    @Test
    void indicatorWithoutAMistakeIsLeftInPeace() {
        assertThat(problems(GOOD)).isEmpty();
    }

    @Nested
    class PlantedMistakes {
        @Test
        void sentenceIsTooLong() {
            String long30 =
                    "How many of all the boys and girls who were in care on the day " + "and the day ".repeat(5);

            assertThat(problems(GOOD.replace("How many children were read to in the year.", long30 + ".")))
                    .anyMatch(problem -> problem.contains("expected at most 25 words, found 30"));
        }

        @Test
        void sentenceIsTooHard() {
            assertThat(problems(GOOD.replace("were read to", "participated in literacy interventions")))
                    .singleElement()
                    .asString()
                    .contains("expected a reading grade below 8, found 14.3");
        }

        @Test
        void twoSentencesStandForOne() {
            assertThat(problems(GOOD.replace("in the year.\n    unit", "in the year. It is good.\n    unit")))
                    .singleElement()
                    .asString()
                    .contains("expected one sentence, found 2");
        }

        @Test
        void synonymsAreMissing() {
            assertThat(problems(GOOD.replace("[reading]", "[]")))
                    .singleElement()
                    .asString()
                    .contains("no synonym");
        }

        @Test
        void polarityReasonIsNoSentence() {
            assertThat(problems(GOOD.replace("polarity: NONE", "polarity: HIGH_IS_GOOD\n    polarityReason: better")))
                    .singleElement()
                    .asString()
                    .contains("polarityReason: expected a sentence", "'better'");
        }

        @Test
        void relationIsOneWay() {
            assertThat(problems(related("Counts all children in care.")))
                    .containsExactly("planted_count, related cic_count: the other does not name this one;"
                            + " say there what this one counts.");
        }

        @Test
        void relationDoesNotSayTheDifference() {
            assertThat(problems(related("similar")))
                    .anyMatch(problem -> problem.contains("expected a sentence") && problem.contains("'similar'"));
        }

        @Test
        void siblingIsOneWayAndNoShare() {
            assertThat(problems(GOOD.replace("    definitions:", "    sibling: cic_count\n    definitions:")))
                    .containsExactly(
                            "planted_count, sibling cic_count: the other does not name this one.",
                            "planted_count, sibling cic_count: expected a count and a share of the same.");
        }

        private String related(String relation) {
            return GOOD.replace(
                    "    definitions:",
                    "    related: [{indicator: cic_count, relation: " + relation + "}]\n    definitions:");
        }
    }

    @Nested
    class MistakesThatTheReaderRefuses {
        @Test
        void polarityWithoutAReason() {
            assertThat(refused(GOOD.replace("polarity: NONE", "polarity: LOW_IS_GOOD")))
                    .containsExactly(
                            "Indicator 'planted_count' needs a polarityReason: one sentence on why that way is good.");
        }

        @Test
        void definitionOfNoSource() {
            assertThat(refused(GOOD.replace("{annual-report-2019-20: children read to}", "{}")))
                    .singleElement()
                    .asString()
                    .startsWith("Definition 'planted_count/published' names no source that measures so; list them");
        }

        @Test
        void breakWithoutAReason() {
            assertThat(refused(GOOD + """
                              - id: later
                                primary: true
                                text: Children who were read to often in the year.
                                sources: {iro-annual-2018-19: read to often}
                        """))
                    .singleElement()
                    .asString()
                    .startsWith("Definition 'planted_count/later' needs 'comparable: true', or a breakReason");
        }

        @Test
        void relationToItselfOrTwice() {
            String related = "    related:\n" + "      - {indicator: planted_count, relation: The same.}\n"
                    + "      - {indicator: cic_count, relation: More.}\n".repeat(2);

            assertThat(refused(GOOD.replace("    definitions:", related + "    definitions:")))
                    .containsExactly(
                            "Indicator 'planted_count' is related to itself.",
                            "The related indicator of planted_count 'cic_count' is there twice; give one of the two"
                                    + " another.");
        }

        @Test
        void validityThatEndsBeforeItBegins() {
            assertThat(refused(GOOD + "        validFrom: 2020-04-01\n        validTo: 2019-03-31\n"))
                    .containsExactly("Definition 'planted_count/published' ends before it begins.");
        }
    }

    @Test
    void gradeIsThatOfFleschAndKincaid() {
        String text = "The cat sat on the mat.";

        assertThat(Readability.grade(text)).isCloseTo(0.39 * 6 + 11.8 - 15.59, within(1e-9));
        assertThat(Stream.of("homes", "needed", "lived", "care", "people", "placements", "100", "education")
                        .map(Readability::syllables))
                .containsExactly(1, 2, 1, 1, 2, 3, 1, 4);
    }

    private static List<String> problems(String yaml) {
        YamlFile file = YamlFile.parse("planted.yaml", yaml);
        CatalogueReader reader =
                CatalogueReader.startingWith(CatalogueReader.builtIn()).add(file.root());
        assertThat(reader.problems()).isEmpty();
        assertThat(file.problems()).isEmpty();
        return reader.review().stream()
                .peek(problem -> assertThat(problem).hasToString("planted.yaml:2:5: " + problem.message()))
                .map(YamlProblem::message)
                .toList();
    }

    private static List<String> refused(String yaml) {
        YamlFile file = YamlFile.parse("planted.yaml", yaml);
        CatalogueReader.startingWith(CatalogueReader.builtIn()).add(file.root());
        return file.problems().stream().map(YamlProblem::message).toList();
    }
}
