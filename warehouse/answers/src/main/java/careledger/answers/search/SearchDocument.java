package careledger.answers.search;

import java.time.LocalDate;
import java.util.List;

/**
 * Something that can be found, such as an indicator.
 *
 * @param title its name, searched with the greatest weight
 * @param fields what else is searched
 * @param onScorecard whether a scorecard shows it
 * @param newest last day of its newest figure; {@link LocalDate#MIN} where it has none
 * @param figures how many figures it has
 */
public record SearchDocument(
        String id, String title, List<SearchField> fields, boolean onScorecard, LocalDate newest, long figures) {
    public SearchDocument {
        fields = List.copyOf(fields);
    }
}
