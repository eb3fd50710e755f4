package careledger.etl.input;

import static org.assertj.core.api.Assertions.assertThat;

import careledger.schema.catalogue.CatalogueReader;
import careledger.schema.mapping.Delivery;
import careledger.schema.mapping.MappingText;
import careledger.schema.problem.Rejection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What deliveries add to the catalogue is one catalogue, whatever the order of their folders. */
class SharedCatalogueTest {
    private static final String ADDS = """
            sources:
              - {id: report-a, title: A, publisher: P, publishedOn: 2020-07-31, authority: COUNCIL_REPORT}
            indicators:
              - {id: boats, title: Boats, plainEnglish: How many boats., topic: placement, unit: COUNT, measure: STOCK,
                 timing: DAY, definitions: [{id: all, text: All boats., sources: {report-a: boats}}]}
            files: [{file: a.csv, layout: wide, area: E10000018, indicator: boats,
                     columns: [{header: x, is: label}, {header: y, period: 2020-03-31}], rows: [{label: r}]}]
            """;
    private static final String USES = """
            sources:
              - {id: report-b, title: B, publisher: P, publishedOn: 2021-07-31, authority: COUNCIL_REPORT,
                 definitionsAs: report-a}
            indicators:
              - {id: cic_count, definitions: [{id: boats_too, text: Those on boats as well., breakReason: Boats were added.,
                 sources: {report-b: children}}]}
            files: [{file: b.csv, layout: wide, area: E10000018, indicator: boats,
                     columns: [{header: x, is: label}, {header: y, period: 2021-03-31}], rows: [{label: r}]}]
            """;

    private static DeliveryFolder folder(String name, String mapping) {
        return new DeliveryFolder(
                name, Path.of(name), Optional.of(MappingText.of(mapping)), mapping, List.of(), Optional.empty());
    }

    private static LoadPlan plan(DeliveryFolder... folders) {
        return LoadPlanner.plan(List.of(folders), CatalogueReader.builtIn());
    }

    @Test
    void whatOneDeliveryAddsEveryOtherCanUseInAnyOrder() {
        for (String name : List.of("a", "z")) {
            List<DeliveryFolder> folders = new ArrayList<>(List.of(folder(name, ADDS), folder("m", USES)));
            if (name.equals("z")) {
                Collections.reverse(folders);
            }

            LoadPlan plan = LoadPlanner.plan(folders, CatalogueReader.builtIn());

            assertThat(plan.deliveries()).extracting(Delivery::name).containsExactlyInAnyOrder(name, "m");
            assertThat(plan.catalogue().indicator("boats")).isPresent();
            assertThat(plan.catalogue()
                            .indicator("cic_count")
                            .orElseThrow()
                            .definition("boats_too")
                            .text())
                    .isEqualTo("Those on boats as well.");
        }
    }

    @Test
    void aClashRefusesBothAndNamesTheOther() {
        LoadPlan plan = plan(
                folder("a", ADDS),
                folder("b", ADDS.replace("unit: COUNT", "unit: PERCENT").replace("report-a", "report-c")));

        assertThat(plan.deliveries()).isEmpty();
        assertThat(plan.rejections())
                .extracting(Rejection::reason)
                .anyMatch(reason -> reason.contains("The indicator boats has the unit 'PERCENT' in b/extract.yaml"))
                .anyMatch(reason -> reason.contains("The indicator boats has the unit 'COUNT' in a/extract.yaml"));
    }

    @Test
    void aTitleOfTwoMeasuresNamesThePlaceOfTheOther() {
        LoadPlan plan = plan(
                folder("a", ADDS),
                folder("b", ADDS.replace("id: boats", "id: ships").replace("report-a", "report-c")));

        assertThat(plan.rejections())
                .extracting(Rejection::reason)
                .anyMatch(reason ->
                        reason.contains("is there twice, first as the indicator boats in a/extract.yaml, line"));
    }

    @Test
    void aSourceThatIsDescribedInTwoWaysIsExplainedInWords() {
        LoadPlan plan = plan(folder("a", ADDS), folder("b", ADDS.replace("title: A", "title: Another")));

        assertThat(plan.rejections())
                .extracting(Rejection::reason)
                .anyMatch(reason -> reason.contains(
                        "in a/extract.yaml: title is 'A' there and 'Another' here. Both must say the same."));
    }
}
