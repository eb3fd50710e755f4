package careledger.answers.query;

import careledger.release.file.Digest;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** JSON that is the same text whenever it says the same: keys sorted, no white space. */
public final class CanonicalJson {
    static final ObjectMapper MAPPER = JsonMapper.builder()
            .configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true)
            .build();
    private static final int HASH_DIGITS = 24;

    private CanonicalJson() {}

    /** @param fields values that are texts, numbers, booleans, lists or maps of these */
    public static String of(Map<String, ?> fields) {
        try {
            return MAPPER.writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not to be written as JSON: " + fields.keySet(), e);
        }
    }

    /** A short hash of a text, to distinguish queries. */
    public static String hash(String text) {
        return Digest.of(text.getBytes(StandardCharsets.UTF_8)).substring(0, HASH_DIGITS);
    }
}
