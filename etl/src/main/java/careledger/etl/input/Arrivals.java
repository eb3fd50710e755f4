package careledger.etl.input;

import java.util.List;
import java.util.Map;
import java.util.Set;
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

    /** The folders without those that wait. */
    public List<DeliveryFolder> whole(List<DeliveryFolder> folders) {
        return folders.stream()
                .filter(folder -> !waiting.containsKey(folder.name()))
                .toList();
    }

    /** Whether a delivery waits that a release has figures of, by the paths of its tables. */
    public boolean touch(Set<String> paths) {
        return paths.stream().anyMatch(path -> waiting.containsKey(path.substring(0, Math.max(0, path.indexOf('/')))));
    }

    /** One sentence for each delivery that waits. */
    public String describe() {
        return waiting.entrySet().stream()
                .map((Map.Entry<String, String> one) -> "The delivery '" + one.getKey() + "' waits: " + one.getValue())
                .reduce((first, second) -> first + " " + second)
                .orElse("");
    }
}
