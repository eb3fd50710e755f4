package careledger.etl.layout;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Finds keys that occur more than once in a file, and whether their rows agree. Holds one key and one number per row. */
final class DuplicateKeys {
    private final Map<String, Integer> contents = new HashMap<>();
    private final Set<String> contradicted = new HashSet<>();
    private final Map<String, Integer> firstLines = new HashMap<>();

    /** In the survey. */
    void add(String key, int contentHash) {
        Integer before = contents.putIfAbsent(key, contentHash);
        if (before != null) {
            firstLines.putIfAbsent(key, 0);
            if (before != contentHash) {
                contradicted.add(key);
            }
        }
    }

    /** Whether two rows of the key differ, so that neither can be accepted. */
    boolean contradicted(String key) {
        return contradicted.contains(key);
    }

    /** The line of an earlier row of the same key, 0 where this is the first; asked once for each row, in order. */
    int earlierLine(String key, int line) {
        Integer first = firstLines.get(key);
        if (first == null) {
            return 0;
        }
        if (first == 0) {
            firstLines.put(key, line);
        }
        return first;
    }
}
