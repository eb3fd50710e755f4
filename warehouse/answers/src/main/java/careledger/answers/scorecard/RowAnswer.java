package careledger.answers.scorecard;

import careledger.answers.catalogue.IndicatorEntry;
import careledger.answers.judgement.Change;
import careledger.answers.observation.Observation;
import careledger.schema.observation.Rag;
import careledger.schema.scorecard.Judged;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of a scorecard, fields as the contract names them.
 *
 * @param judged how the card counts the way the row went: as printed where it replays a document, else as computed
 * @param sibling the count beside a percentage, or the percentage beside a count
 */
public record RowAnswer(
        IndicatorEntry indicator,
        String label,
        String breakdown,
        @Nullable Observation latest,
        @Nullable Observation sibling,
        @Nullable Observation previous,
        @Nullable Observation target,
        String againstTarget,
        @Nullable Observation neighbours,
        String neighboursRule,
        String againstNeighbours,
        @Nullable Observation england,
        String againstEngland,
        @Nullable Integer quartile,
        @Nullable Rag rag,
        String ragRule,
        @Nullable String printedDirection,
        Change change,
        @Nullable Judged judged,
        List<Observation> recent,
        List<Observation> history) {
    public RowAnswer {
        recent = List.copyOf(recent);
        history = List.copyOf(history);
    }

    boolean reported() {
        return latest != null && latest.value() != null;
    }
}
