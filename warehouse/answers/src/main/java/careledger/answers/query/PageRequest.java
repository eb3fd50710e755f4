package careledger.answers.query;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is asked for, checked.
 *
 * @param argument path of the cursor in the query
 * @param version release that answers
 * @param question hash of what decides the list
 */
public record PageRequest(int first, Optional<Cursor> cursor, ArgumentPath argument, String version, String question) {
    /**
     * @param field root field that is asked
     * @param question everything beside first and after that decides the list
     * @param keys sort values that a cursor of this list holds
     * @throws InvalidQueryException where {@code first} or {@code after} cannot be used
     */
    public static PageRequest of(
            String field,
            int first,
            @Nullable String after,
            String version,
            String question,
            int keys,
            QueryLimits limits) {
        limits.checkPage(ArgumentPath.of(field, "first"), first);
        String hash = CanonicalJson.hash(field + question);
        ArgumentPath argument = ArgumentPath.of(field, "after");
        return new PageRequest(first, Cursor.read(after, argument, version, hash, keys), argument, version, hash);
    }

    public String cursorAfter(List<Object> keys) {
        return new Cursor(version, question, keys).encode();
    }
}
