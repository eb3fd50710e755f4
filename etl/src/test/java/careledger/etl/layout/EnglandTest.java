package careledger.etl.layout;

import static org.assertj.core.api.Assertions.assertThat;

import careledger.etl.input.DeliveryFolder;
import careledger.etl.input.ExtractsRoot;
import careledger.schema.catalogue.Area;
import careledger.schema.catalogue.AreaKind;
import careledger.schema.mapping.DeliveryReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class EnglandTest {
    private static final Path ENGLAND = Path.of("england");

    @Test
    void everyMappingIsWithoutAMistake() throws IOException {
        for (DeliveryFolder folder : new ExtractsRoot(ENGLAND).folders()) {
            assertThat(DeliveryReader.read(folder.name(), folder.mapping().orElseThrow(), FolderRead.CATALOGUE)
                            .rejections())
                    .as(folder.name())
                    .isEmpty();
        }
    }

    @Nested
    class NeighboursOfEveryAuthority {
        @Test
        void areTenInBothModels() throws IOException {
            FolderRead read = FolderRead.of(ENGLAND.resolve("neighbours"));

            assertThat(read.neighbours().stream()
                            .collect(Collectors.groupingBy(
                                    neighbour -> neighbour.model() + " " + neighbour.areaId(), Collectors.counting()))
                            .values())
                    .hasSize(156 + 153)
                    .containsOnly(10L);
        }

        @Test
        void oldCodesAreAreas() throws IOException {
            FolderRead read = FolderRead.of(ENGLAND.resolve("neighbours"));

            assertThat(read.neighbours())
                    .allSatisfy(neighbour -> assertThat(neighbour.neighbourId()).matches("E\\d{8}"));
        }
    }

    @Nested
    class Reorganisations {
        /** The file prints "Dorset" beside the code of the county council that was abolished in April 2019. */
        @Test
        void endedAuthoritiesMayHaveTheNameOfTheirSuccessor() throws IOException {
            FolderRead read = FolderRead.of(ENGLAND.resolve("ons-population-2024"));

            assertThat(read.rejections()).isEmpty();
            assertThat(read.claims())
                    .filteredOn(claim -> claim.area().equals("E10000009"))
                    .isNotEmpty();
        }

        @Test
        void endedAuthoritiesHaveALastDayAndSuccessors() {
            assertThat(ended("E10000006")).isEqualTo("2023-03-31 E06000063 E06000064");
            assertThat(ended("E10000021")).isEqualTo("2021-03-31 E06000061 E06000062");
            assertThat(ended("E06000029")).isEqualTo("2019-03-31 E06000058");
        }

        @Test
        void authorityOfTheSameBoundaryKeepsItsSeriesUnderItsNewCode() {
            assertThat(List.of("E10000002", "E10000023", "E10000027"))
                    .extracting(code -> FolderRead.CATALOGUE.area(code).map(Area::name))
                    .containsExactly(
                            Optional.of("Buckinghamshire"), Optional.of("North Yorkshire"), Optional.of("Somerset"));
        }

        @Test
        void thereAre153AuthoritiesToday() {
            assertThat(FolderRead.CATALOGUE.areas().stream()
                            .filter(area -> area.kind() == AreaKind.AUTHORITY)
                            .filter(area -> area.existedTo().isEmpty()))
                    .hasSize(153);
        }

        private String ended(String code) {
            Area area = FolderRead.CATALOGUE.area(code).orElseThrow();
            return area.existedTo().map(LocalDate::toString).orElse("") + " " + String.join(" ", area.successors());
        }
    }
}
