package careledger.etl.layout;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Finds keys that occur more than once in a file, and whether their rows agree. Holds two numbers per row, and the hashes of
 * the few keys that occur twice; two keys with the same hash of 64 bits would be treated as one, and reported.
 */
final class DuplicateKeys {
    private static final long OFFSET = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;
    private static final int FIRST_ROOM = 1024;

    private long[] keys = new long[FIRST_ROOM];
    private int[] contents = new int[FIRST_ROOM];
    private int rows;
    private boolean surveyed;
    private final Set<Long> doubled = new HashSet<>();
    private final Set<Long> contradicted = new HashSet<>();
    private final Map<Long, Integer> firstLines = new HashMap<>();

    /** In the survey. */
    void add(String key, int contentHash) {
        if (rows == keys.length) {
            keys = Arrays.copyOf(keys, rows * 2);
            contents = Arrays.copyOf(contents, rows * 2);
        }
        keys[rows] = hash(key);
        contents[rows] = contentHash;
        rows++;
    }

    /** Whether two rows of the key differ, so that neither can be accepted. */
    boolean contradicted(String key) {
        endSurvey();
        return !contradicted.isEmpty() && contradicted.contains(hash(key));
    }

    /** The line of an earlier row of the same key, 0 where this is the first; asked once for each row, in order. */
    int earlierLine(String key, int line) {
        endSurvey();
        if (doubled.isEmpty()) {
            return 0;
        }
        long hash = hash(key);
        if (!doubled.contains(hash)) {
            return 0;
        }
        Integer first = firstLines.putIfAbsent(hash, line);
        return first == null ? 0 : first;
    }

    private void endSurvey() {
        if (surveyed) {
            return;
        }
        surveyed = true;
        long[] sorted = Arrays.copyOf(keys, rows);
        Arrays.sort(sorted);
        for (int i = 1; i < rows; i++) {
            if (sorted[i] == sorted[i - 1]) {
                doubled.add(sorted[i]);
            }
        }
        Map<Long, Integer> first = new HashMap<>();
        for (int i = 0; i < rows && !doubled.isEmpty(); i++) {
            if (doubled.contains(keys[i])) {
                Integer before = first.putIfAbsent(keys[i], contents[i]);
                if (before != null && before != contents[i]) {
                    contradicted.add(keys[i]);
                }
            }
        }
        keys = new long[0];
        contents = new int[0];
    }

    private static long hash(String key) {
        long hash = OFFSET;
        for (byte b : key.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xFF)) * PRIME;
        }
        return hash;
    }
}
