package careledger.api.error;

import graphql.GraphQLError;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import graphql.validation.ValidationError;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the contract knows in the place where a document names something that it does not know. */
final class SchemaNames {
    private static final Pattern FIELD =
            Pattern.compile("Field '(?<name>[^']+)' in type '(?<type>[^']+)' is undefined");
    private static final Pattern INPUT = Pattern.compile("a field not in '(?<type>[^']+)': '(?<name>[^']+)'");
    private static final Pattern LITERAL =
            Pattern.compile("allowable values for enum '(?<type>[^']+)' - 'EnumValue\\{name='(?<name>[^']+)'");
    private static final Pattern VALUE =
            Pattern.compile("enum '(?<type>[^']+)'\\. No value found for name '(?<name>[^']+)'");
    private static final Pattern ARGUMENT = Pattern.compile("Unknown field argument '(?<name>[^']+)'");

    private final GraphQLSchema schema;

    SchemaNames(GraphQLSchema schema) {
        this.schema = schema;
    }

    /**
     * A name that is not known.
     *
     * @param place type or field that has names
     * @param known what it has, in the contract's order
     */
    record Unknown(String name, String place, List<String> known) {}

    /** Empty where the error is of another kind. */
    Optional<Unknown> in(GraphQLError error) {
        String message = String.valueOf(error.getMessage());
        for (Pattern pattern : List.of(FIELD, INPUT, LITERAL, VALUE)) {
            Matcher found = pattern.matcher(message);
            if (found.find()) {
                String type = found.group("type");
                return Optional.of(new Unknown(found.group("name"), type, names(schema.getType(type))));
            }
        }
        Matcher argument = ARGUMENT.matcher(message);
        return argument.find() && error instanceof ValidationError invalid && invalid.getQueryPath() != null
                ? field(invalid.getQueryPath())
                        .map(field -> new Unknown(argument.group("name"), field.getName(), arguments(field)))
                : Optional.empty();
    }

    private static List<String> names(@Nullable GraphQLType type) {
        if (type instanceof GraphQLFieldsContainer fields) {
            return fields.getFieldDefinitions().stream()
                    .map(GraphQLFieldDefinition::getName)
                    .toList();
        } else if (type instanceof GraphQLInputObjectType input) {
            return input.getFieldDefinitions().stream()
                    .map(GraphQLInputObjectField::getName)
                    .toList();
        } else if (type instanceof GraphQLEnumType one) {
            return one.getValues().stream()
                    .map(GraphQLEnumValueDefinition::getName)
                    .toList();
        }
        return List.of();
    }

    private static List<String> arguments(GraphQLFieldDefinition field) {
        return field.getArguments().stream().map(GraphQLArgument::getName).toList();
    }

    /** The field at the end of a path of names from the query on. */
    private Optional<GraphQLFieldDefinition> field(List<String> path) {
        GraphQLType type = schema.getQueryType();
        GraphQLFieldDefinition field = null;
        for (String name : path) {
            field = type instanceof GraphQLFieldsContainer fields ? fields.getFieldDefinition(name) : null;
            if (field == null) {
                return Optional.empty();
            }
            type = GraphQLTypeUtil.unwrapAll(field.getType());
        }
        return Optional.ofNullable(field);
    }
}
