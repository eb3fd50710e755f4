package careledger.schema.mapping;

import java.util.Map;
import java.util.Optional;

/**
 * A column of a tidy file that breaks its figures down.
 *
 * @param total the printed word for the whole, besides the dimension's own total
 * @param members ids of members by printed word, besides the dimension's own names
 */
public record TidyFilter(String column, String dimension, Optional<String> total, Map<String, String> members) {
    public TidyFilter {
        members = Map.copyOf(members);
    }
}
