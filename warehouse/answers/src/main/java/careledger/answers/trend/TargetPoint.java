package careledger.answers.trend;

import careledger.answers.catalogue.PeriodEntry;
import careledger.answers.judgement.TargetVerdict;
import careledger.answers.observation.Observation;
import org.jspecify.annotations.Nullable;

/**
 * A published target, for its own period only.
 *
 * @param periodText the period as a sentence says it, with what the document does not print of it
 * @param periodNote how the period was read where the document does not print it in full
 * @param definition the definition that it is stated under
 * @param measure title of the indicator that the document sets it for
 * @param figure the figure of its period and definition, where it was judged by one
 * @param judgedLater whether that figure is of the next year-end, as asked, and not of the target's own period
 * @param rule how it was judged, or why it could not be
 */
public record TargetPoint(
        PeriodEntry period,
        String periodText,
        @Nullable String periodNote,
        double value,
        String valueText,
        String breakdown,
        String definition,
        String measure,
        String sourceTitle,
        TargetVerdict verdict,
        @Nullable Observation figure,
        boolean judgedLater,
        String rule) {}
