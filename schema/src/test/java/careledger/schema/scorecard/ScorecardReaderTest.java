package careledger.schema.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import careledger.schema.catalogue.CatalogueReader;
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
                .contains("tiny.yaml:8")
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

    private static List<YamlProblem> problems(String sections) {
        ScorecardReader reader = new ScorecardReader(CatalogueReader.builtIn());
        reader.read(YamlFile.parse("tiny.yaml", HEAD + sections));
        return reader.problems();
    }
}
