package careledger.api.graphql;

import graphql.GraphQLContext;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseValueException;
import graphql.schema.CoercingSerializeException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;

/** A moment as ISO 8601 writes it, in UTC: 2026-01-31T09:30:00Z. No argument takes one so far. */
final class DateTimeCoercing implements Coercing<Instant, String> {
    @Override
    public String serialize(Object result, GraphQLContext context, Locale locale) {
        if (result instanceof Instant moment) {
            return moment.toString();
        }
        throw new CoercingSerializeException("not a moment: " + result);
    }

    @Override
    public Instant parseValue(Object input, GraphQLContext context, Locale locale) {
        try {
            return Instant.parse(String.valueOf(input));
        } catch (DateTimeException e) {
            throw new CoercingParseValueException(
                    "'" + input + "' is no moment; expected one as in \"2026-01-31T09:30:00Z\"", e);
        }
    }
}
