package careledger.api.graphql;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.CoercingSerializeException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;

/** A day as ISO 8601 writes it: 2020-03-31. */
final class DateCoercing implements Coercing<LocalDate, String> {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    @Override
    public String serialize(Object result, GraphQLContext context, Locale locale) {
        if (result instanceof LocalDate day) {
            return day.toString();
        }
        throw new CoercingSerializeException("not a day: " + result);
    }

    @Override
    public LocalDate parseValue(Object input, GraphQLContext context, Locale locale) {
        if (input instanceof LocalDate day) {
            return day;
        }
        try {
            return LocalDate.parse(String.valueOf(input), DAY);
        } catch (DateTimeException e) {
            throw new CoercingParseValueException(expected(String.valueOf(input)), e);
        }
    }

    @Override
    public LocalDate parseLiteral(Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
        String text = String.valueOf(input instanceof StringValue string ? string.getValue() : input);
        try {
            return LocalDate.parse(text, DAY);
        } catch (DateTimeException e) {
            throw new CoercingParseLiteralException(expected(text), e);
        }
    }

    @Override
    public Value<?> valueToLiteral(Object input, GraphQLContext context, Locale locale) {
        return StringValue.of(String.valueOf(input));
    }

    private static String expected(String found) {
        return "'" + found + "' is no day; expected a date as in \"2020-03-31\"";
    }
}
