package careledger.answers.query;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a page ended. It holds for one question of one release, so that a page never goes on in another list.
 *
 * @param version release that the page was read from
 * @param question hash of everything that decides which rows there are and in what order
 * @param keys sort values of the page's last row: texts, numbers, booleans
 */
public record Cursor(String version, String question, List<Object> keys) {
    private static final String HINT = "Leave out 'after' to start from the first page.";

    public Cursor {
        keys = List.copyOf(keys);
    }

    public String encode() {
        try {
            byte[] json = CanonicalJson.MAPPER.writeValueAsBytes(Map.of("v", version, "q", question, "k", keys));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("sort values that JSON cannot hold: " + keys, e);
        }
    }

    /**
     * The cursor that a caller hands back, if any.
     *
     * @param keys how many sort values the question has
     * @throws InvalidQueryException where it is no cursor, of another release or of another question
     */
    public static Optional<Cursor> read(
            @Nullable String after, ArgumentPath argument, String version, String question, int keys) {
        if (after == null) {
            return Optional.empty();
        }
        Cursor cursor = decode(after, argument);
        if (!cursor.version.equals(version)) {
            throw new InvalidQueryException(new InvalidArgument(
                    InvalidArgumentCode.DATA_VERSION_CHANGED,
                    argument,
                    "The page before was read from release " + cursor.version + "; release " + version
                            + " is served now.",
                    Optional.of(HINT),
                    List.of()));
        }
        if (!cursor.question.equals(question) || cursor.keys.size() != keys) {
            throw new InvalidQueryException(InvalidArgument.badInput(
                    argument, "The cursor belongs to another question: filter, sort or asOf differ.", HINT));
        }
        return Optional.of(cursor);
    }

    /** Says that a cursor was not made here. */
    public static InvalidQueryException forged(ArgumentPath argument) {
        return new InvalidQueryException(InvalidArgument.badInput(argument, "This is no cursor of ours.", HINT));
    }

    private static Cursor decode(String text, ArgumentPath argument) {
        try {
            byte[] json = Base64.getUrlDecoder().decode(text.getBytes(StandardCharsets.UTF_8));
            Map<String, Object> fields = CanonicalJson.MAPPER.readValue(json, new TypeReference<>() {});
            if (fields.get("v") instanceof String version
                    && fields.get("q") instanceof String question
                    && fields.get("k") instanceof List<?> keys) {
                return new Cursor(version, question, List.copyOf(keys));
            }
        } catch (IllegalArgumentException | IOException | NullPointerException e) {
            throw forged(argument);
        }
        throw forged(argument);
    }
}
