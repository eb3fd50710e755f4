package careledger.etl.input;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Deliveries into which somebody is still writing.
 *
 * @param waiting why, by the delivery's name
 * @param ignored files that were not looked at, in words
 */
public record Arrivals(SortedMap<String, String> waiting, List<String> ignored) {
    public Arrivals {
        waiting = new TreeMap<>(waiting);
        ignored = List.copyOf(ignored);
    }

    /** One sentence for each delivery that waits. */
    public String describe() {
        return waiting.entrySet().stream()
                .map((Map.Entry<String, String> one) -> "The delivery '" + one.getKey() + "' waits: " + one.getValue())
                .reduce((first, second) -> first + " " + second)
                .orElse("");
    }
}
