package careledger.api;

import static org.assertj.core.api.Assertions.assertThat;

import careledger.api.graphql.ServedContract;
import com.fasterxml.jackson.databind.JsonNode;
import graphql.introspection.IntrospectionQuery;
import graphql.language.AbstractDescribedNode;
import graphql.language.EnumTypeDefinition;
import graphql.language.FieldDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.language.TypeDefinition;
import graphql.schema.idl.SchemaParser;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What a reader of the contract, or of a tool that shows it, learns about each of its elements. */
class DescribedContractTest {
    @Test
    void everyElementIsDescribed() {
        Map<String, String> described = descriptions(ServedContract.text());

        assertThat(described).hasSizeGreaterThan(650);
        assertThat(described.entrySet().stream()
                        .filter(element -> element.getValue().isBlank())
                        .map(Map.Entry::getKey))
                .isEmpty();
    }

    /** A description that only repeats the name, as in "The area." for area, says nothing. */
    @Test
    void descriptionsSayMoreThanTheName() {
        assertThat(descriptions(ServedContract.text()).entrySet().stream()
                        .filter(element -> repeats(element.getKey(), element.getValue()))
                        .map(element -> element.getKey() + ": " + element.getValue()))
                .isEmpty();
    }

    @Test
    void elementWithoutADescriptionIsNamed() {
        Map<String, String> described = descriptions("""
                "All." type Query { "A." a("B." b: Int, c: Int): E  d: I }
                enum E { "F." F G }
                "H." input I { j: Int }
                """);

        assertThat(described.entrySet().stream()
                        .filter(element -> element.getValue().isBlank())
                        .map(Map.Entry::getKey))
                .containsExactly("E", "E.G", "I.j", "Query.a(c)", "Query.d");
    }

    @Test
    void introspectionListsTheDirectivesThatWork() throws Exception {
        TreeSet<String> names = new TreeSet<>();
        TestService.shared()
                .data("{ __schema { directives { name locations args { name } } } }")
                .at("/directives")
                .forEach(directive -> names.add(directive.get("name").asText()));

        assertThat(names).containsExactly("deprecated", "include", "oneOf", "skip", "specifiedBy");
    }

    /** Clients of before 2018 ask for these three fields instead of the locations. */
    @Test
    void introspectionOfOldClientsIsAnswered() throws Exception {
        JsonNode answer = TestService.shared()
                .query("{ __schema { queryType { name } mutationType { name } types { kind name fields { name } }"
                        + " directives { name onOperation onFragment onField args { name defaultValue } } } }");

        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        assertThat(answer.at("/data/__schema/directives")).isNotEmpty().allSatisfy(directive -> assertThat(
                        directive.get("onField").isBoolean())
                .isTrue());
        assertThat(TestService.shared()
                        .query(IntrospectionQuery.INTROSPECTION_QUERY)
                        .has("errors"))
                .isFalse();
    }

    private static boolean repeats(String element, String text) {
        String name = element.replaceAll(".*[.(]", "").replace(")", "");
        String words =
                name.replaceAll("([a-z])([A-Z0-9])", "$1 $2").replace('_', ' ').toLowerCase(Locale.ROOT);
        String said = text.toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9 ]", "")
                .replaceFirst("^(the|a|an|its) ", "")
                .strip();
        return said.equals(words);
    }

    private static Map<String, String> descriptions(String contract) {
        Map<String, String> found = new TreeMap<>();
        new SchemaParser().parse(contract).types().values().forEach(type -> of(type, found));
        return found;
    }

    private static void of(TypeDefinition<?> type, Map<String, String> found) {
        String name = type.getName();
        found.put(name, text((AbstractDescribedNode<?>) type));
        if (type instanceof ObjectTypeDefinition object) {
            for (FieldDefinition field : object.getFieldDefinitions()) {
                found.put(name + "." + field.getName(), text(field));
                field.getInputValueDefinitions()
                        .forEach(argument -> found.put(
                                name + "." + field.getName() + "(" + argument.getName() + ")", text(argument)));
            }
        } else if (type instanceof EnumTypeDefinition constants) {
            constants.getEnumValueDefinitions().forEach(value -> found.put(name + "." + value.getName(), text(value)));
        } else if (type instanceof InputObjectTypeDefinition input) {
            input.getInputValueDefinitions().forEach(field -> found.put(name + "." + field.getName(), text(field)));
        }
    }

    private static String text(AbstractDescribedNode<?> node) {
        return node.getDescription() == null ? "" : node.getDescription().getContent();
    }
}
