package careledger.answers.slice;

import java.util.List;
import java.util.stream.Collectors;

/** A row or a column of a table: one value for each of its axes. */
record AxisKey(List<AxisValue> values) implements Comparable<AxisKey> {
    AxisKey {
        values = List.copyOf(values);
    }

    String key() {
        return values.stream().map(AxisValue::key).collect(Collectors.joining("|"));
    }

    List<String> labels() {
        return values.stream().map(AxisValue::label).toList();
    }

    @Override
    public int compareTo(AxisKey other) {
        for (int i = 0; i < values.size(); i++) {
            int difference = values.get(i).compareTo(other.values.get(i));
            if (difference != 0) {
                return difference;
            }
        }
        return 0;
    }
}
