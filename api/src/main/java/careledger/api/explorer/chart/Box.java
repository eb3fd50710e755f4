package careledger.api.explorer.chart;

/** A rectangle, with its left upper corner. */
public record Box(double x, double y, double width, double height) {
    /** Whether the two share more than their edges. */
    public boolean overlaps(Box other) {
        return x < other.x + other.width && other.x < x + width && y < other.y + other.height && other.y < y + height;
    }

    /** The same at another height. */
    Box at(double top) {
        return new Box(x, top, width, height);
    }

    /** The same with room on both sides. */
    Box wider(double room) {
        return new Box(x - room, y, width + 2 * room, height);
    }

    boolean within(Box outer) {
        return x >= outer.x
                && y >= outer.y
                && x + width <= outer.x + outer.width
                && y + height <= outer.y + outer.height;
    }
}
