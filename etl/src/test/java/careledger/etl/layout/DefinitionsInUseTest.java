package careledger.etl.layout;

import static org.assertj.core.api.Assertions.assertThat;

import careledger.etl.input.ExtractsRoot;
import careledger.etl.layout.DefinitionsInUse.Finding;
import careledger.etl.layout.DefinitionsInUse.Use;
import careledger.schema.catalogue.CatalogueReader;
import careledger.schema.observation.Claim;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DefinitionsInUseTest {
    private static final String SOURCE = "cyp-executive-2008-10";

    @Test
    void everyDefinitionIsOfASourceWithFiguresAndEveryFigureUnderADefinitionOfItsSource() throws IOException {
        ExtractsRoot real = new ExtractsRoot(List.of(Path.of("extracts"), Path.of("england")));

        assertThat(CatalogueTrial.problems(CatalogueReader.readBuiltIn(), real.folders()))
                .isEmpty();
    }

    @Test
    void definitionWithoutAFigureOfItsSourceIsFound() {
        assertThat(new DefinitionsInUse(FolderRead.CATALOGUE, Set.of(), Set.of(SOURCE)).findings())
                .extracting(Finding::message)
                .contains("dental_check_pct/oc2_30_september lists cyp-executive-2008-10, which has no figure under it."
                        + " Take it out of the 'sources' of the definition, or map the figure.");
    }

    @Test
    void sourcesThatWereNotReadAreNotJudged() {
        assertThat(new DefinitionsInUse(FolderRead.CATALOGUE, Set.of(), Set.of()).findings())
                .isEmpty();
    }

    @Test
    void figureOfASourceThatItsDefinitionDoesNotListIsFound() {
        Set<Use> figures = Set.of(new Use("cic_12m_count/on_31_march", SOURCE));

        assertThat(new DefinitionsInUse(FolderRead.CATALOGUE, figures, Set.of()).findings())
                .containsExactly(new Finding(
                        "cic_12m_count/on_31_march",
                        "cic_12m_count/on_31_march does not list cyp-executive-2008-10, which has figures under it."
                                + " Add it to the 'sources' of the definition, with the words that the source"
                                + " prints."));
    }

    @Test
    void sourceThatChangedItsWayOfRecordingHasADefinitionForEach() throws IOException {
        List<Claim> families = FolderRead.of(Path.of("extracts", "2019-09")).claims().stream()
                .filter(claim -> claim.indicator().equals("early_help_families_count"))
                .toList();

        assertThat(families)
                .extracting(claim -> claim.period().id() + " " + claim.definition())
                .containsOnly(
                        "FY2018-19-Q4 early_help_families_count/recorded_to_2018_19",
                        "FY2019-20-Q1 early_help_families_count/recorded_from_2019_20");
    }
}
