package careledger.warehouse.question.scorecard;

import careledger.schema.observation.Rag;
import careledger.warehouse.question.catalogue.IndicatorEntry;
import careledger.warehouse.question.observation.Observation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of a scorecard, fields as the contract names them.
 *
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
        @Nullable Observation england,
        @Nullable Integer quartile,
        @Nullable Rag rag,
        String ragRule,
        @Nullable String printedDirection,
        Change change,
        List<Observation> recent) {
    public RowAnswer {
        recent = List.copyOf(recent);
    }

    boolean reported() {
        return latest != null && latest.value() != null;
    }
}
