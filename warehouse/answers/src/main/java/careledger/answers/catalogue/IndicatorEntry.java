package careledger.answers.catalogue;

import careledger.schema.catalogue.MeasureKind;
import careledger.schema.catalogue.Polarity;
import careledger.schema.catalogue.Unit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An indicator of a release.
 *
 * @param decimals most decimals shown
 * @param polarityReason why one way is good; null exactly where the polarity is NONE
 * @param definitions oldest first
 */
public record IndicatorEntry(
        String id,
        String title,
        String plainEnglish,
        TopicEntry topic,
        Unit unit,
        int decimals,
        Polarity polarity,
        @Nullable String polarityReason,
        MeasureKind measureKind,
        List<DefinitionEntry> definitions,
        List<String> synonyms,
        List<RelatedEntry> related) {
    public IndicatorEntry {
        definitions = List.copyOf(definitions);
        synonyms = List.copyOf(synonyms);
        related = List.copyOf(related);
    }
}
