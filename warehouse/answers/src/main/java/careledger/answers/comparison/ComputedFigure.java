package careledger.answers.comparison;

import careledger.answers.catalogue.PeriodEntry;
import careledger.answers.judgement.Direction;
import careledger.answers.observation.AboutFigure;
import careledger.answers.observation.Observation;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A value that was worked out and that no document prints.
 *
 * @param figure the area's own figure of the period; it has a value
 * @param from the first period that entered, where there are several
 * @param other what the figure was set against: an area, an indicator or an index of prices; null where there is none
 * @param otherValue of that
 * @param value in {@code unit}
 * @param unit in words: "percentage points", "%", "£"
 * @param direction of a gap or a run; null elsewhere
 * @param gapMove of a gap that has one before it; null elsewhere
 * @param rule how it was worked out, in plain English
 * @param claims ids of all figures that it was made from
 */
public record ComputedFigure(
        String id,
        ComputedKind kind,
        String title,
        Observation figure,
        PeriodEntry period,
        @Nullable PeriodEntry from,
        @Nullable String other,
        @Nullable String otherName,
        @Nullable Double otherValue,
        @Nullable String otherText,
        double value,
        String valueText,
        String unit,
        @Nullable Direction direction,
        @Nullable GapMove gapMove,
        boolean provisional,
        String rule,
        List<String> claims)
        implements AboutFigure {
    public ComputedFigure {
        claims = List.copyOf(claims);
    }

    /** The definition that the area's own figure was measured under. */
    public String segment() {
        return figure.segment();
    }

    /** A name that no other value has: what it is and all that it was made from. */
    static String id(ComputedKind kind, List<Observation> made) {
        return "derived/" + kind.name().toLowerCase(Locale.ROOT) + "/"
                + made.stream().map(Observation::claim).collect(Collectors.joining("+"));
    }
}
