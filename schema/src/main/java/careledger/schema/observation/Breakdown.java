package careledger.schema.observation;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A set of dimension=member pairs; the empty set is the total. Written sorted by dimension: {@code sex=male;stage=2}. */
public record Breakdown(SortedMap<String, String> members) {
    public static final Breakdown TOTAL = new Breakdown(new TreeMap<>());
    private static final String TOTAL_ID = "total";

    public Breakdown {
        members = Collections.unmodifiableSortedMap(new TreeMap<>(members));
    }

    public static Breakdown of(Map<String, String> members) {
        return members.isEmpty() ? TOTAL : new Breakdown(new TreeMap<>(members));
    }

    /** The breakdown of an id that {@link #id()} wrote. */
    public static Breakdown parse(String id) {
        Map<String, String> members = new TreeMap<>();
        if (!id.equals(TOTAL_ID)) {
            for (String pair : id.split(";", -1)) {
                int equals = pair.indexOf('=');
                members.put(pair.substring(0, equals), pair.substring(equals + 1));
            }
        }
        return of(members);
    }

    public String id() {
        return members.isEmpty()
                ? TOTAL_ID
                : members.entrySet().stream()
                        .map(pair -> pair.getKey() + "=" + pair.getValue())
                        .collect(Collectors.joining(";"));
    }
}
