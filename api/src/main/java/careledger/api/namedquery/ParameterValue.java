package careledger.api.namedquery;

import careledger.answers.query.ArgumentPath;
import careledger.answers.query.InvalidArgument;
import careledger.answers.query.InvalidArgumentCode;
import careledger.schema.text.Echo;
import careledger.schema.text.Nearest;
import graphql.GraphQLContext;
import graphql.schema.CoercingParseValueException;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLScalarType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** One value of a parameter, read by the type that the document declares. */
final class ParameterValue {
    private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,9}");
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,15}(\\.\\d{1,15})?");

    private final Parameter parameter;
    private final String text;

    ParameterValue(Parameter parameter, String text) {
        this.parameter = parameter;
        this.text = text;
    }

    /** As a variable of GraphQL's; to be asked for once {@link #refusal()} says nothing. */
    Object variable() {
        return switch (parameter.item().getName()) {
            case "Int" -> Integer.valueOf(text);
            case "Float" -> Double.valueOf(text);
            case "Boolean" -> Boolean.valueOf(text);
            default -> text;
        };
    }

    Optional<InvalidArgument> refusal() {
        if (text.isBlank()) {
            return refused("is empty", "Leave '" + parameter.name() + "' out, or give it a value.", List.of());
        }
        return switch (parameter.item().getName()) {
            case "Int" -> unless(WHOLE.matcher(text).matches(), "a whole number, as in 10");
            case "Float" -> unless(NUMBER.matcher(text).matches(), "a number, as in 12.5");
            case "Boolean" -> unless(text.equals("true") || text.equals("false"), "true or false");
            default -> typed();
        };
    }

    private Optional<InvalidArgument> typed() {
        if (parameter.item() instanceof GraphQLEnumType constants) {
            List<String> known = constants.getValues().stream()
                    .map(GraphQLEnumValueDefinition::getName)
                    .toList();
            return known.contains(text)
                    ? Optional.empty()
                    : refused(
                            "is '" + Echo.of(text) + "'; expected one of " + String.join(", ", known),
                            "Capitals and underscores count.",
                            Nearest.to(text, known));
        }
        GraphQLScalarType scalar = (GraphQLScalarType) parameter.item();
        try {
            scalar.getCoercing().parseValue(text, GraphQLContext.getDefault(), Locale.ROOT);
            return Optional.empty();
        } catch (CoercingParseValueException e) {
            return refused("cannot be read: " + e.getMessage(), example(), List.of());
        }
    }

    private Optional<InvalidArgument> unless(boolean right, String expected) {
        return right
                ? Optional.empty()
                : refused("is '" + Echo.of(text) + "'; expected " + expected, example(), List.of());
    }

    private Optional<InvalidArgument> refused(String found, String hint, List<String> nearest) {
        return Optional.of(new InvalidArgument(
                InvalidArgumentCode.BAD_INPUT,
                ArgumentPath.of(parameter.name()),
                "The parameter '" + parameter.name() + "' " + found + ".",
                Optional.of(hint),
                nearest));
    }

    private String example() {
        return "An example that works: " + parameter.name() + "=" + parameter.example() + ".";
    }
}
