package careledger.api.config;

import java.util.List;

/** The least that a setting may be. */
final class MinValue {
    private MinValue() {}

    static void check(List<String> problems, String key, long value, long least) {
        if (value < least) {
            problems.add("careledger." + key + " is " + least + " or more, found " + value);
        }
    }
}
