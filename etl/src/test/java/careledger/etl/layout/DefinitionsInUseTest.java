package careledger.etl.layout;

import static org.assertj.core.api.Assertions.assertThat;

import careledger.etl.input.DeliveryFolder;
import careledger.etl.input.ExtractsRoot;
import careledger.etl.layout.DefinitionsInUse.Use;
import careledger.schema.catalogue.Catalogue;
import careledger.schema.catalogue.Indicator;
import careledger.schema.mapping.Delivery;
import careledger.schema.mapping.DeliveryReader;
import careledger.schema.mapping.FileMapping;
import careledger.schema.mapping.LongFile;
import careledger.schema.mapping.LongMeasure;
import careledger.schema.mapping.TidyFigure;
import careledger.schema.mapping.TidyFile;
import careledger.schema.observation.Claim;
import careledger.schema.problem.Rejection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DefinitionsInUseTest {
    private static final Catalogue CATALOGUE = FolderRead.CATALOGUE;
    private static final Set<Use> FIGURES = new HashSet<>();

    @BeforeAll
    static void readTheDocuments() throws IOException {
        for (String folder : List.of("2008", "2016", "2019-09", "2019-09-rest", "2020", "2025")) {
            Path delivery = Path.of("extracts", folder);
            FolderRead read = FolderRead.of(delivery);
            read.claims().forEach(claim -> FIGURES.add(new Use(claim.definition(), claim.source())));
            for (Rejection refused : read.rejections()) {
                FIGURES.add(refusedFigure(refused));
            }
        }
        measuresOfEngland();
    }

    /** England's figures are too many to be read here; what its mappings name has figures. */
    private static void measuresOfEngland() throws IOException {
        for (DeliveryFolder folder : new ExtractsRoot(Path.of("england")).folders()) {
            Delivery delivery = DeliveryReader.read(
                            folder.name(), folder.mapping().orElseThrow(), CATALOGUE)
                    .delivery()
                    .orElseThrow();
            for (FileMapping file : delivery.files()) {
                String source = file.source().orElseThrow();
                indicators(file)
                        .flatMap(id -> CATALOGUE.indicator(id).orElseThrow().definitions().stream())
                        .filter(definition -> definition.wordings().containsKey(source))
                        .forEach(definition -> FIGURES.add(new Use(definition.id(), source)));
            }
        }
    }

    private static Stream<String> indicators(FileMapping file) {
        if (file instanceof LongFile table) {
            return table.measures().values().stream().map(LongMeasure::indicator);
        }
        return file instanceof TidyFile tidy ? tidy.figures().stream().map(TidyFigure::indicator) : Stream.of();
    }

    @Test
    void everyDefinitionIsOfASourceWithFiguresAndEveryFigureUnderADefinitionOfItsSource() {
        assertThat(new DefinitionsInUse(CATALOGUE, FIGURES).problems()).isEmpty();
    }

    @Test
    void definitionThatNoSourceUsesIsTold() {
        Set<Use> fewer = new HashSet<>(FIGURES);
        fewer.removeIf(use -> use.definition().equals("dental_check_pct/oc2_30_september"));

        assertThat(new DefinitionsInUse(CATALOGUE, fewer).problems())
                .containsExactly("dental_check_pct/oc2_30_september lists cyp-executive-2008-10,"
                        + " which has no figure under it.");
    }

    @Test
    void sourceThatTheDefinitionDoesNotListIsTold() {
        Set<Use> more = new HashSet<>(FIGURES);
        more.add(new Use("cic_12m_count/on_31_march", "cyp-executive-2008-10"));

        assertThat(new DefinitionsInUse(CATALOGUE, more).problems())
                .containsExactly(
                        "cic_12m_count/on_31_march does not list cyp-executive-2008-10, which has figures under it.");
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

    /** A figure without a period is no claim, but its source measures so. */
    private static Use refusedFigure(Rejection refused) throws IOException {
        String line = Files.readAllLines(Path.of("extracts", refused.file())).get(refused.line() - 1);
        String indicator = CATALOGUE.indicators().stream()
                .map(Indicator::id)
                .filter(id -> line.contains("," + id + ","))
                .findFirst()
                .orElseThrow();
        String source = line.split(",", 3)[1];
        return new Use(
                CATALOGUE
                        .indicator(indicator)
                        .orElseThrow()
                        .definitionOf(source)
                        .orElseThrow()
                        .id(),
                source);
    }
}
