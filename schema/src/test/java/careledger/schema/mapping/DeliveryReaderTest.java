package careledger.schema.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import careledger.schema.catalogue.Catalogue;
import careledger.schema.catalogue.CatalogueReader;
import careledger.schema.problem.Rejection;
import careledger.schema.problem.Rule;
import careledger.schema.star.ObservationColumn;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DeliveryReaderTest {
    private static final Catalogue CATALOGUE = CatalogueReader.builtIn();
    private static final String SOURCE = """
        sources:
          - id: annual-report-2020-21
            title: Annual Report
            publisher: The council
            publishedOn: 2021-07-31
            authority: COUNCIL_REPORT
            definitionsAs: annual-report-2019-20
        """;
    private static final String CLAIMS = """
        files:
          - {file: claims.csv, layout: claims}
        """;

    @Nested
    class WholeDeliveries {
        @Test
        void aMisspelledKeyIsToldWithTheKeyThatWasMeant() {
            DeliveryReading reading = read(SOURCE.replace("authority", "autority") + CLAIMS);

            assertThat(reading.delivery()).isEmpty();
            assertThat(reading.rejections()).anySatisfy(rejection -> {
                assertThat(rejection.file()).isEqualTo("2021/extract.yaml");
                assertThat(rejection.line()).isEqualTo(6);
                assertThat(rejection.column()).contains("autority");
                assertThat(rejection.rule()).isEqualTo(Rule.MAPPING_WRONG);
                assertThat(rejection.reason()).endsWith("Was 'authority' meant?");
            });
        }

        @Test
        void textThatIsNoYamlIsToldWithItsLine() {
            DeliveryReading reading = read("sources:\n  - id: [unclosed\n");

            assertThat(reading.delivery()).isEmpty();
            assertThat(reading.rejections().get(0).reason()).startsWith("Not readable as YAML");
        }

        @Test
        void aSourceToMeasureLikeMustBeKnown() {
            DeliveryReading reading = read(SOURCE.replace("-2019-20", "-2019-21") + CLAIMS);

            assertThat(only(reading).reason()).contains("Nearest known: 'annual-report-2019-20'", "leave the key out");
        }

        @Test
        void whatIsAddedToTheCatalogueIsKnownInTheFiles() {
            DeliveryReading reading = read(SOURCE + """
                dimensions:
                  - id: placement_type
                    members:
                      - {id: boat, title: On a boat}
                      - {id: independent_fostering_agency, aliases: [Agency foster care]}
                areas:
                  - {id: E10000018, aliases: [Leics]}
                files:
                  - file: table.csv
                    layout: wide
                    area: Leics
                    period: 2021-03-31
                    columns: [{header: type, is: label}, {header: count, indicator: cic_count}]
                    rows:
                      - {label: Boats, breakdown: {placement_type: On a boat}}
                      - {label: Agencies, breakdown: {placement_type: agency foster care}}
                """);

            assertThat(reading.rejections()).isEmpty();
            WideFile file = (WideFile) reading.delivery().orElseThrow().files().get(0);
            assertThat(file.level().context().area()).contains("E10000018");
            assertThat(file.rows().get(1).level().context().breakdown())
                    .containsEntry("placement_type", "independent_fostering_agency");
        }

        @Test
        void aNameThatWouldLeadToTwoAreasIsRefused() {
            DeliveryReading reading =
                    read(SOURCE + CLAIMS + "areas:\n  - {id: E06000016, aliases: [Leicestershire]}\n");

            assertThat(reading.delivery()).isEmpty();
            assertThat(only(reading).reason()).contains("'Leicestershire' leads to 'E06000016' and to 'E10000018'");
        }
    }

    @Nested
    class Definitions {
        @Test
        void aSourceMeasuresAsTheOneThatItNames() {
            Delivery delivery = read(SOURCE + CLAIMS).delivery().orElseThrow();

            assertThat(delivery.definition(
                                    CATALOGUE.indicator("dental_check_pct").orElseThrow(),
                                    "annual-report-2020-21",
                                    Optional.empty())
                            .orElseThrow()
                            .id())
                    .isEqualTo("dental_check_pct/in_care_12m_31_march");
        }

        @Test
        void whatTheSourceSaysOfAnIndicatorGoesFirst() {
            Delivery delivery = read(SOURCE + "    definitions: {dental_check_pct: oc2_30_september}\n" + CLAIMS)
                    .delivery()
                    .orElseThrow();

            assertThat(delivery.definition(
                                    CATALOGUE.indicator("dental_check_pct").orElseThrow(),
                                    "annual-report-2020-21",
                                    Optional.empty())
                            .orElseThrow()
                            .localId())
                    .isEqualTo("oc2_30_september");
        }

        @Test
        void oneThatIsUnknownIsToldWithTheNearest() {
            DeliveryReading reading = read(SOURCE + "    definitions: {dental_check_pct: oc2_30_septembre}\n" + CLAIMS);

            assertThat(only(reading).reason()).contains("Nearest known: 'oc2_30_september'");
        }
    }

    @Nested
    class Tables {
        @Test
        void aFigureWithoutAnAreaOrPeriodIsReportedBeforeAnyFileIsOpened() {
            DeliveryReading reading = read(SOURCE + """
                files:
                  - file: table.csv
                    layout: wide
                    columns: [{header: type, is: label}, {header: count, indicator: cic_count}]
                    rows: [{label: All}]
                """);

            assertThat(reading.refusedFiles()).containsExactly("2021/table.csv");
            assertThat(reading.rejections())
                    .extracting(Rejection::reason)
                    .containsExactly(
                            "Nothing says which area for the column 'count': 'area' is missing.",
                            "Nothing says which period for the column 'count': 'period' is missing.");
        }

        @Test
        void theRowBeatsTheColumnAndTheColumnTheTable() {
            WideFile file = (WideFile)
                    read(SOURCE + """
                        files:
                          - file: table.csv
                            layout: wide
                            area: E10000018
                            period: 2021-03-31
                            caveat: of the table
                            cell: "{count}"
                            figures: {count: cic_count}
                            columns:
                              - {header: type, is: label}
                              - {header: now, caveat: of the column, cell: "n={count}"}
                            rows:
                              - {label: A, caveat: of the row, cell: "[{count}]"}
                              - {label: B}
                              - {label: C, except: [{columns: [now], caveat: of the cell}]}
                        """).delivery().orElseThrow().files().get(0);
            WideColumn column = file.columns().get(1);

            assertThat(file.rows())
                    .extracting(row -> file.cell(row, column, false)
                            .context()
                            .notes()
                            .of(ObservationColumn.CAVEAT)
                            .orElse(""))
                    .containsExactly("of the row", "of the column", "of the cell");
            assertThat(file.cell(file.rows().get(0), column, false).templates())
                    .extracting(CellTemplate::text)
                    .containsExactly("n={count}");
        }
    }

    private static DeliveryReading read(String yaml) {
        return DeliveryReader.read("2021", yaml, CATALOGUE);
    }

    private static Rejection only(DeliveryReading reading) {
        assertThat(reading.rejections()).hasSize(1);
        return reading.rejections().get(0);
    }
}
