package careledger.schema.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import careledger.schema.catalogue.CatalogueReader;
import careledger.schema.catalogue.Unit;
import careledger.schema.change.SteadyRule;
import careledger.schema.yaml.YamlFile;
import careledger.schema.yaml.YamlProblem;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScorecardReaderTest {
    private static final String HEAD = """
            id: tiny
            title: Tiny
            audience: The board
            neighbours: statistical-neighbours
            country: E92000001
            annual: {firstYear: 2016, day: "03-31", periodKinds: [SNAPSHOT]}
            steady: {points: 1, share: 2, number: 5, reason: rounding}
            target: {points: 1, share: 2, number: 5, reason: rounding}
            level: {points: 1, share: 2, number: 5, reason: rounding}
            sections:
            """;

    @Test
    void builtInCardsHoldTogether() {
        assertThat(ScorecardReader.builtIn()).containsOnlyKeys("corporate-parenting-board", "quarterly-performance");
        assertThat(ScorecardReader.builtIn().get("quarterly-performance"))
                .satisfies(card -> assertThat(card.rows()).hasSize(42));
    }

    @Test
    void danglingIndicatorNamesTheNearest() {
        assertThat(problems("  - {title: A, rows: [{indicator: cic_cuont}]}\n"))
                .singleElement()
                .asString()
                .contains("tiny.yaml:11")
                .contains("There is no indicator 'cic_cuont'")
                .contains("cic_count");
    }

    @Test
    void unknownMemberIsRefused() {
        assertThat(problems("  - {title: A, rows: [{indicator: cic_count, breakdown: {sex: mail}}]}\n"))
                .singleElement()
                .asString()
                .contains("There is no member 'sex=mail'");
    }

    @Test
    void rowsAndSectionsStandOnce() {
        assertThat(problems("""
                      - {title: A, rows: [{indicator: cic_count}, {indicator: cic_count, label: Again}]}
                      - {title: A, rows: []}
                    """))
                .extracting(YamlProblem::message)
                .containsExactly("The row cic_count (total) is there twice.", "The section 'A' is there twice.");
    }

    @Test
    void toleranceHoldsAtItsEdge() {
        SteadyRule share = tolerance(Unit.PERCENT);
        SteadyRule count = tolerance(Unit.COUNT);

        assertThat(share.steady(8.1, 9.1)).isTrue();
        assertThat(share.steady(8, 9.1)).isFalse();
        assertThat(count.steady(1000, 1020)).isTrue();
        assertThat(count.steady(1000, 1021)).isFalse();
        assertThat(count.steady(0, 0)).isTrue();
    }

    @Test
    void fewChildrenMoreOrLessAreSteadyHoweverSmallTheCount() {
        assertThat(tolerance(Unit.COUNT).steady(98, 93)).isTrue();
        assertThat(tolerance(Unit.COUNT).steady(98, 92)).isFalse();
        assertThat(tolerance(Unit.SCORE).steady(98, 103)).isFalse();
    }

    @Test
    void cardWithoutToleranceLeavesItToTheRulesOfChange() {
        assertThat(ScorecardReader.builtIn().get("corporate-parenting-board"))
                .satisfies(card -> assertThat(card.steady()).isEmpty());
        assertThat(ScorecardReader.builtIn().get("quarterly-performance"))
                .satisfies(card -> assertThat(card.steady()).isPresent());
    }

    private static SteadyRule tolerance(Unit unit) {
        return new Tolerance(1, 2, 5, "rounding").rule("tiny", unit);
    }

    private static List<YamlProblem> problems(String sections) {
        ScorecardReader reader = new ScorecardReader(CatalogueReader.builtIn());
        reader.read(YamlFile.parse("tiny.yaml", HEAD + sections));
        return reader.problems();
    }
}
