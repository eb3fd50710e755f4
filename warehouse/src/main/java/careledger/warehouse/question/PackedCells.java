package careledger.warehouse.question;

import careledger.warehouse.json.Json;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Cells that stand in one column as a JSON array: DuckDB hands over one text in the time of one cell. */
public final class PackedCells extends CellReader {
    private final String array;
    private final JsonParser parser;
    private int element;

    PackedCells(String array) {
        this.array = array;
        try {
            this.parser = Json.parser(array);
            expect(parser.nextToken() == JsonToken.START_ARRAY, "an array");
        } catch (IOException e) {
            throw unreadable("an array", e);
        }
    }

    @Override
    public @Nullable String maybeText() {
        try {
            if (next() == JsonToken.VALUE_NULL) {
                return null;
            }
            expect(parser.currentToken() == JsonToken.VALUE_STRING, "a text");
            return parser.getText();
        } catch (IOException e) {
            throw unreadable("a text", e);
        }
    }

    @Override
    public @Nullable Integer maybeWhole() {
        try {
            return next() == JsonToken.VALUE_NULL ? null : (Integer) parser.getIntValue();
        } catch (IOException e) {
            throw unreadable("a whole number", e);
        }
    }

    @Override
    public @Nullable Double maybeNumber() {
        try {
            return next() == JsonToken.VALUE_NULL ? null : (Double) parser.getDoubleValue();
        } catch (IOException e) {
            throw unreadable("a number", e);
        }
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

    private JsonToken next() throws IOException {
        element++;
        return parser.nextToken();
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
