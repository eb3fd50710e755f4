package careledger.answers.catalogue;

import java.time.LocalDate;
import java.util.List;

/**
 * What the figures of an indicator add to its search.
 *
 * @param members titles of the groups that its figures are broken down by
 * @param newest last day of the newest headline figure of any area
 * @param figures how many headline figures there are
 */
record SearchFacts(List<String> members, LocalDate newest, long figures) {
    static final SearchFacts NONE = new SearchFacts(List.of(), LocalDate.MIN, 0);

    SearchFacts {
        members = List.copyOf(members);
    }
}
