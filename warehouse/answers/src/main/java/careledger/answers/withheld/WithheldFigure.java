package careledger.answers.withheld;

import careledger.answers.observation.Observation;
import careledger.release.store.WithheldReason;
import org.jspecify.annotations.Nullable;

/**
 * A figure that is withheld in every other answer.
 *
 * @param figure as all answers show it, without a value
 * @param value that the document states
 */
public record WithheldFigure(
        Observation figure,
        @Nullable Double value,
        @Nullable Double numerator,
        @Nullable Double denominator,
        @Nullable String sourceText,
        WithheldReason reason) {}
