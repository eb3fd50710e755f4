package careledger.etl.layout;

import careledger.schema.catalogue.Member;
import careledger.schema.mapping.TidyFilter;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** What the words in filter columns mean: members by dimension. */
final class FilterWords {
    private final List<TidyFilter> filters;

    FilterWords(List<TidyFilter> filters) {
        this.filters = filters;
    }

    /** @param text of the row in a column, without spaces around it */
    SortedMap<String, String> members(UnaryOperator<String> text, CatalogueLookup words) {
        SortedMap<String, String> members = new TreeMap<>();
        for (TidyFilter filter : filters) {
            String printed = text.apply(filter.column());
            if (filter.breakdowns().containsKey(printed)) {
                members.putAll(filter.breakdowns().get(printed));
            } else if (filter.total().filter(printed::equals).isEmpty()) {
                member(filter, printed, words)
                        .ifPresent(id -> members.put(filter.dimension().orElseThrow(), id));
            }
        }
        return members;
    }

    /** Id of the member that a printed word means; empty where it stands for the whole, or with a refusal. */
    private static Optional<String> member(TidyFilter filter, String printed, CatalogueLookup words) {
        if (filter.dimension().isEmpty()) {
            words.unlisted(filter.column(), printed, filter.breakdowns().keySet());
            return Optional.empty();
        }
        String meant = filter.members().getOrDefault(printed, printed);
        return words.member(filter.column(), filter.dimension().get(), meant)
                .filter(member -> !member.total())
                .map(Member::id);
    }
}
