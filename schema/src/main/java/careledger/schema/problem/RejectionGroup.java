package careledger.schema.problem;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What one rule refused in one column of one file.
 *
 * @param count how often
 * @param values the texts refused most often, at most {@link #SHOWN}, most frequent first
 * @param otherValues how many further texts there are
 * @param lines the first lines, at most {@link #SHOWN}; 0 where a whole file is meant
 * @param reason of the first
 */
public record RejectionGroup(
        String file,
        Optional<String> column,
        Rule rule,
        long count,
        List<ValueCount> values,
        int otherValues,
        List<Integer> lines,
        String reason) {
    /** How many values and lines of a group are named. */
    public static final int SHOWN = 5;

    /** A refused text, and how often it was refused. */
    public record ValueCount(String value, long count) {}

    public RejectionGroup {
        values = List.copyOf(values);
        lines = List.copyOf(lines);
    }

    /** Groups in the order of their first rejection. */
    public static List<RejectionGroup> of(List<Rejection> rejections) {
        Map<List<Object>, List<Rejection>> groups = new LinkedHashMap<>();
        for (Rejection one : rejections) {
            groups.computeIfAbsent(List.of(one.file(), one.rule(), one.column()), key -> new ArrayList<>())
                    .add(one);
        }
        return groups.values().stream().map(RejectionGroup::group).toList();
    }

    private static RejectionGroup group(List<Rejection> alike) {
        Rejection first = alike.get(0);
        Map<String, Long> byValue = alike.stream()
                .flatMap(one -> one.value().stream())
                .collect(Collectors.groupingBy(value -> value, LinkedHashMap::new, Collectors.counting()));
        List<ValueCount> values = byValue.entrySet().stream()
                .map(entry -> new ValueCount(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingLong(ValueCount::count).reversed())
                .limit(SHOWN)
                .toList();
        return new RejectionGroup(
                first.file(),
                first.column(),
                first.rule(),
                alike.size(),
                values,
                byValue.size() - values.size(),
                alike.stream().map(Rejection::line).limit(SHOWN).toList(),
                first.reason());
    }
}
