package careledger.answers.judgement;

import careledger.answers.observation.Observation;
import careledger.answers.observation.ObservationFilter;
import careledger.schema.observation.ValueKind;
import java.util.List;

/**
 * Which figures enter a calculation: exact ones with a value, for a period that the document prints. A figure printed with a
 * word such as "over", a withheld count, a target and a figure whose date is not known enter none.
 */
public final class Computable {
    private Computable() {}

    public static boolean is(Observation figure) {
        return figure.value() != null
                && figure.qualifier() == null
                && !figure.withheld()
                && ObservationFilter.USUAL_KINDS.contains(figure.valueKind())
                && FigurePeriod.printed(figure);
    }

    /** Ids of the claims that a value was made from. */
    public static List<String> claims(List<Observation> made) {
        return made.stream().map(Observation::claim).distinct().toList();
    }

    /** Whether one of the figures that a value was made from is provisional. */
    public static boolean provisional(List<Observation> made) {
        return made.stream().anyMatch(figure -> figure.valueKind() == ValueKind.PROVISIONAL);
    }
}
