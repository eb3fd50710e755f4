package careledger.api;

import static org.assertj.core.api.Assertions.assertThat;

import careledger.api.graphql.ServedContract;
import careledger.schema.star.ObservationColumn;
import graphql.language.AstPrinter;
import graphql.language.FieldDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.schema.idl.SchemaParser;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The contract and the named query hold the columns of an observation as they are declared. */
class ObservationContractTest {
    /** What the council says about a figure is in its notices file and not in the warehouse. */
    private static final String OF_THE_COUNCIL = "notice: String";

    private static final ObjectTypeDefinition CONTRACT = (ObjectTypeDefinition) Objects.requireNonNull(
            new SchemaParser().parse(ServedContract.text()).types().get("Observation"));

    @Test
    void theContractHasTheDeclaredColumnsInTheirOrder() {
        List<String> fields = CONTRACT.getFieldDefinitions().stream()
                .map(field -> field.getName() + ": " + AstPrinter.printAst(field.getType()))
                .toList();

        assertThat(fields)
                .isEqualTo(Stream.concat(
                                ObservationColumn.ofAnswers().stream()
                                        .map(column -> column.field() + ": " + column.type()),
                                Stream.of(OF_THE_COUNCIL))
                        .toList());
    }

    @Test
    void aColumnThatWasAddedLaterIsDescribed() {
        List<String> added = CONTRACT.getFieldDefinitions().stream()
                .skip(ObservationColumn.ofAnswers().indexOf(ObservationColumn.PUBLISHED_ON) + 1)
                .filter(field -> field.getDescription() == null)
                .map(FieldDefinition::getName)
                .toList();

        assertThat(added).as("fields of Observation without a description").isEmpty();
    }

    @Test
    void theNamedQueryAnswersEveryColumn() throws Exception {
        String query = new String(
                Objects.requireNonNull(getClass().getResourceAsStream("/careledger/api/queries/observations.graphql"))
                        .readAllBytes(),
                StandardCharsets.UTF_8);
        String rows = query.substring(query.indexOf("rows {") + "rows {".length());

        assertThat(List.of(rows.substring(0, rows.indexOf('}')).strip().split("\\s+")))
                .isEqualTo(CONTRACT.getFieldDefinitions().stream()
                        .map(FieldDefinition::getName)
                        .toList());
    }
}
