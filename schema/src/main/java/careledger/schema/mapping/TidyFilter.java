package careledger.schema.mapping;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * A column of a tidy file that breaks its figures down.
 *
 * @param dimension of the members; empty where every printed word has a breakdown of its own
 * @param total the printed word for the whole, besides the dimension's own total
 * @param members ids of members by printed word, besides the dimension's own names
 * @param breakdowns members by dimension, for printed words that stand for a breakdown of their own
 */
public record TidyFilter(
        String column,
        Optional<String> dimension,
        Optional<String> total,
        Map<String, String> members,
        Map<String, SortedMap<String, String>> breakdowns) {
    public TidyFilter {
        members = Map.copyOf(members);
        breakdowns = Map.copyOf(breakdowns);
    }
}
