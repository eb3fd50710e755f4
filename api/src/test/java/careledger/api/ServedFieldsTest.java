package careledger.api;

import static org.assertj.core.api.Assertions.assertThat;

import careledger.api.graphql.ExampleQueries;
import careledger.api.graphql.ServedContract;
import graphql.language.FieldDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import graphql.schema.idl.TypeUtil;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ServedFieldsTest {
    private static final Map<String, String> ARGUMENTS = Map.of(
            "indicators", "(first: 100)",
            "indicator", "(id: \"cic_count\")",
            "trend", "(indicator: \"cic_count\")",
            "trends", "(indicators: \"cic_count\")",
            "releaseDiff", "(from: \"sample-1\", to: \"sample-1\")");

    private final TypeDefinitionRegistry served = new SchemaParser().parse(ServedContract.text());

    @Test
    void rootFieldsAreThoseOfTheContractThatAreBuilt() {
        assertThat(root().getFieldDefinitions())
                .extracting(FieldDefinition::getName)
                .containsExactly(
                        "about",
                        "topics",
                        "indicators",
                        "indicator",
                        "dimensions",
                        "areas",
                        "periods",
                        "sources",
                        "observations",
                        "slice",
                        "trend",
                        "trends",
                        "scorecard",
                        "scorecards",
                        "conflicts",
                        "qualityNotes",
                        "revisions",
                        "withheldFigures",
                        "notices",
                        "releases",
                        "releaseDiff",
                        "etlRuns",
                        "rejections",
                        "rejectionGroups");
    }

    @Test
    void typesOfEveryFeatureAreServed() {
        assertThat(served.types())
                .containsKeys("Observation", "SliceRow", "Conflict", "Trend", "Comparator", "Revision", "ChangeKind");
    }

    @Test
    void everyFieldOfTheServedContractIsAnsweredToAnEngineer() throws Exception {
        for (FieldDefinition field : root().getFieldDefinitions()) {
            String question = "{ " + field.getName() + ARGUMENTS.getOrDefault(field.getName(), "")
                    + selection(field, depth(field)) + " }";

            assertThat(TestService.shared().askAsEngineer(question).path("errors"))
                    .as(question)
                    .isEmpty();
        }
    }

    @Test
    void workedQuestionsAreAnsweredWithRows() throws Exception {
        List<ExampleQueries.WorkedQuestion> questions = ExampleQueries.all();

        assertThat(questions).hasSize(3);
        for (ExampleQueries.WorkedQuestion question : questions) {
            assertThat(TestService.shared().data(question.query()).path("rows"))
                    .as(question.query())
                    .isNotEmpty();
        }
    }

    /** A list of trends holds what one trend holds, which is asked for by itself; all of it ten times costs too much. */
    private static int depth(FieldDefinition field) {
        return field.getName().equals("trends") ? 3 : 6;
    }

    private ObjectTypeDefinition root() {
        return Objects.requireNonNull(served.getTypeOrNull("Query", ObjectTypeDefinition.class));
    }

    /** All fields of a type, down to a depth. */
    private String selection(FieldDefinition field, int depth) {
        ObjectTypeDefinition type =
                served.getTypeOrNull(TypeUtil.unwrapAll(field.getType()).getName(), ObjectTypeDefinition.class);
        if (type == null) {
            return "";
        }
        return type.getFieldDefinitions().stream()
                .filter(inner -> depth > 1 || leaf(inner))
                .filter(inner -> !List.of("related", "parent", "successors").contains(inner.getName()) || depth > 4)
                .map(inner -> inner.getName() + selection(inner, depth - 1))
                .collect(Collectors.joining(" ", " { ", " }"));
    }

    private boolean leaf(FieldDefinition field) {
        return served.getTypeOrNull(TypeUtil.unwrapAll(field.getType()).getName(), ObjectTypeDefinition.class) == null;
    }
}
