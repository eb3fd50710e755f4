package careledger.release.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.util.stream.Collectors;

/** Records as JSON: keys in the order of the components, instants as ISO 8601, an empty Optional as null. */
public final class Json {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();
    private static final ObjectReader TREE = MAPPER.readerFor(JsonNode.class);

    private Json() {}

    /** Over several lines, as a person reads it, with a line feed at the end. */
    public static String pretty(Object value) {
        return pretty(MAPPER.valueToTree(value));
    }

    /** On one line, without a line feed. */
    public static String line(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(value.getClass().getName() + " cannot be written as JSON.", e);
        }
    }

    /** A record as a tree, keys in the order of its components. */
    public static ObjectNode tree(Record value) {
        return MAPPER.valueToTree(value);
    }

    public static JsonNode tree(String text) throws JsonProcessingException {
        return TREE.readTree(text);
    }

    /** For what is read piece by piece. */
    public static JsonParser parser(String text) throws IOException {
        return MAPPER.createParser(text);
    }

    public static <T> T read(JsonNode tree, Class<T> type) throws JsonProcessingException {
        return MAPPER.treeToValue(tree, type);
    }

    public static <T> T read(String text, Class<T> type) throws JsonProcessingException {
        return MAPPER.readValue(text, type);
    }

    private static String pretty(JsonNode tree) {
        return tree.toPrettyString() + "\n";
    }

    /** Why a text cannot be read, in words that need no Java; it ends without a full stop. */
    public static String problem(JsonProcessingException failure) {
        JsonLocation place = failure.getLocation();
        String line = place == null ? "" : " at line " + place.getLineNr() + ", column " + place.getColumnNr();
        if (failure instanceof JsonEOFException) {
            return "it ends in the middle" + line;
        }
        if (failure instanceof JsonMappingException mapping
                && !mapping.getPath().isEmpty()) {
            return "its field '"
                    + mapping.getPath().stream()
                            .map(step -> step.getFieldName() == null ? "" + step.getIndex() : step.getFieldName())
                            .collect(Collectors.joining("."))
                    + "' does not hold what is expected there";
        }
        if (failure instanceof MismatchedInputException) {
            return "it is empty or holds something else" + line;
        }
        return "it is not JSON" + line;
    }
}
