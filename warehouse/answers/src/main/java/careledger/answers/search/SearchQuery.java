package careledger.answers.search;

import java.util.List;
import java.util.Map;

/**
 * What a typed text was understood as.
 *
 * @param places areas named in it: the id by the words typed
 * @param years reporting or calendar years named in it, as typed
 * @param corrected words that were read as another spelling, by the word typed
 * @param direct ids named by an old code such as NI 147, first in the result
 * @param terms the words to look for
 * @param general whether the text names no measure, as "are we getting better" does; it is read as one about children in care
 */
public record SearchQuery(
        Map<String, String> places,
        List<String> years,
        Map<String, String> corrected,
        List<String> direct,
        List<SearchTerm> terms,
        boolean general) {
    public SearchQuery {
        places = Map.copyOf(places);
        years = List.copyOf(years);
        corrected = Map.copyOf(corrected);
        direct = List.copyOf(direct);
        terms = List.copyOf(terms);
    }
}
