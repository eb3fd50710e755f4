package careledger.api.explorer;

import careledger.answers.observation.Observation;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Picks one figure of many. */
final class Newest {
    private static final Comparator<Observation> ORDER = Comparator.comparing(
                    (Observation figure) -> figure.value() != null)
            .thenComparing(Observation::periodEnd)
            .thenComparing(Observation::period);

    private Newest() {}

    /** Of each indicator the newest figure, one with a value before one without. */
    static Map<String, Observation> byIndicator(List<Observation> figures) {
        Map<String, Observation> newest = new HashMap<>();
        figures.forEach(figure ->
                newest.merge(figure.indicator(), figure, (one, other) -> ORDER.compare(one, other) >= 0 ? one : other));
        return newest;
    }
}
