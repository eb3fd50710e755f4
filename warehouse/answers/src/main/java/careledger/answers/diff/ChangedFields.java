package careledger.answers.diff;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What a column of fact_observation is called where people see it: the field of an observation, where there is one. */
final class ChangedFields {
    private static final Map<String, String> NAMES = Map.of(
            "source_id", "source",
            "indicator_id", "indicator",
            "definition_id", "definition",
            "segment_id", "segment",
            "area_id", "area",
            "period_id", "period",
            "breakdown_id", "breakdown",
            "value_decimals", "valueText",
            "known_from", "publishedOn");

    private ChangedFields() {}

    static List<String> of(List<String> columns) {
        return columns.stream()
                .map(column -> NAMES.getOrDefault(column, describe(column)))
                .toList();
    }

    private static String describe(String column) {
        List<String> words = Arrays.asList(column.split("_", -1));
        return words.get(0)
                + words.stream()
                        .skip(1)
                        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                        .collect(Collectors.joining());
    }
}
