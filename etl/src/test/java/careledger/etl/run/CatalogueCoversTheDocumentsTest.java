package careledger.etl.run;

import static org.assertj.core.api.Assertions.assertThat;

import careledger.schema.catalogue.Catalogue;
import careledger.schema.catalogue.CatalogueReader;
import careledger.schema.catalogue.Indicator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class CatalogueCoversTheDocumentsTest {
    @Test
    void everyIndicatorHasTheUnitOfItsStatisticAndADefinitionForEverySourceThatPrintsIt() throws IOException {
        Catalogue catalogue = CatalogueReader.builtIn();
        List<String> lines = Files.readAllLines(Path.of("extracts/indicators.csv"));

        assertThat(lines).hasSize(599);
        for (String line : lines.subList(1, lines.size())) {
            List<String> fields = List.of(line.split(",", 5));
            Indicator indicator = catalogue.indicator(fields.get(0)).orElseThrow(() -> new AssertionError(line));

            assertThat(indicator.unit().printed().name().toLowerCase(Locale.ROOT))
                    .as(line)
                    .isEqualTo(fields.get(2));
            assertThat(indicator.definitionOf(fields.get(3))).as(line).isPresent();
        }
    }
}
