package careledger.answers.query;

import careledger.release.json.Json;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A row packed into one column as a JSON array: DuckDB returns one text in the time of one cell. */
public final class JsonRow extends CellReader {
    private final String array;
    private final JsonParser parser;
    private int element;

    public JsonRow(String array) {
        this.array = array;
        try {
            this.parser = Json.parser(array);
            expect(parser.nextToken() == JsonToken.START_ARRAY, "an array");
        } catch (IOException e) {
            throw unreadable("an array", e);
        }
    }

    @Override
    public @Nullable String textOrNull() {
        return next("a text", token -> token == JsonToken.VALUE_STRING, parser::getText);
    }

    @Override
    public @Nullable Integer intOrNull() {
        return next("a whole number", token -> token == JsonToken.VALUE_NUMBER_INT, parser::getIntValue);
    }

    @Override
    public @Nullable Double numberOrNull() {
        return next("a number", JsonToken::isNumeric, parser::getDoubleValue);
    }

    /** The next cell as a value of a type: a text, a whole number, a number, true or false, or a constant; null where it is empty. */
    public @Nullable Object maybe(Class<?> type) {
        if (type == Double.class) {
            return numberOrNull();
        }
        if (type == Integer.class) {
            return intOrNull();
        }
        if (type == boolean.class) {
            return next("true or false", JsonToken::isBoolean, parser::getBooleanValue);
        }
        String text = textOrNull();
        if (text == null || type == String.class) {
            return text;
        }
        for (Object constant : type.isEnum() ? type.getEnumConstants() : new Object[0]) {
            if (((Enum<?>) constant).name().equals(text)) {
                return constant;
            }
        }
        throw new IllegalStateException("not a " + type.getSimpleName() + ": " + cell());
    }

    /** All cells have been read. */
    public void end() {
        try {
            expect(parser.nextToken() == JsonToken.END_ARRAY && parser.nextToken() == null, "the end");
        } catch (IOException e) {
            throw unreadable("the end", e);
        }
    }

    @Override
    String cell() {
        return "element " + element + " of " + array;
    }

    private interface Reading<T> {
        T read() throws IOException;
    }

    private <T> @Nullable T next(String expected, Predicate<JsonToken> kind, Reading<T> reading) {
        element++;
        try {
            JsonToken token = parser.nextToken();
            if (token == JsonToken.VALUE_NULL) {
                return null;
            }
            expect(token != null && kind.test(token), expected);
            return reading.read();
        } catch (IOException e) {
            throw unreadable(expected, e);
        }
    }

    private void expect(boolean found, String expected) {
        if (!found) {
            throw unreadable(expected, null);
        }
    }

    private IllegalStateException unreadable(String expected, @Nullable IOException cause) {
        return new IllegalStateException("not " + expected + ": " + cell(), cause);
    }
}
