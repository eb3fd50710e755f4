package careledger.answers.slice;

import java.util.Comparator;
import java.util.List;

/**
 * One value on an axis; its key says which.
 *
 * @param order numbers and texts to sort by, the same kinds in the same places for all values of one axis
 */
record AxisValue(String key, String label, List<Comparable<?>> order) implements Comparable<AxisValue> {
    private static final Comparator<AxisValue> ORDER =
            ((Comparator<AxisValue>) AxisValue::compareOrder).thenComparing(AxisValue::key);

    AxisValue {
        order = List.copyOf(order);
    }

    @Override
    public int compareTo(AxisValue other) {
        return ORDER.compare(this, other);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AxisValue value && key.equals(value.key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }

    private int compareOrder(AxisValue other) {
        for (int i = 0; i < Math.min(order.size(), other.order.size()); i++) {
            int difference = compare(order.get(i), other.order.get(i));
            if (difference != 0) {
                return difference;
            }
        }
        return Integer.compare(order.size(), other.order.size());
    }

    @SuppressWarnings("unchecked")
    private static <T extends Comparable<T>> int compare(Comparable<?> one, Comparable<?> other) {
        return ((T) one).compareTo((T) other);
    }
}
