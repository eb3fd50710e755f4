package careledger.api.explorer;

import careledger.answers.judgement.UsualPeriods;
import careledger.answers.observation.Observation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Picks one figure of many. */
final class Newest {
    private Newest() {}

    /** Of each indicator the figure that a committee means, which its trend ends with: see {@link UsualPeriods}. */
    static Map<String, Observation> byIndicator(List<Observation> figures) {
        Map<String, Observation> newest = new HashMap<>();
        figures.forEach(figure -> newest.merge(
                figure.indicator(),
                figure,
                (one, other) -> UsualPeriods.MEANT_LAST.compare(one, other) >= 0 ? one : other));
        return newest;
    }
}
