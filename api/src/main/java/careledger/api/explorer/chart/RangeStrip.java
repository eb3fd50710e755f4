package careledger.api.explorer.chart;

/** One figure on the range of others, for a row of a table that holds the figures in words. */
public final class RangeStrip {
    private static final double WIDTH = 112;
    private static final double HEIGHT = 20;
    private static final double MARGIN = 6;

    private RangeStrip() {}

    public static String of(double own, double lowest, double median, double highest) {
        double low = Math.min(own, lowest);
        double high = Math.max(own, highest);
        double middle = HEIGHT / 2;
        return new Svg()
                .open("svg", "viewBox", "0 0 " + Svg.number(WIDTH) + " " + Svg.number(HEIGHT), "aria-hidden", "true")
                .empty(
                        "line",
                        "class",
                        "edge",
                        "x1",
                        x(lowest, low, high),
                        "x2",
                        x(highest, low, high),
                        "y1",
                        middle,
                        "y2",
                        middle,
                        "stroke",
                        Colour.RANGE_EDGE.code(),
                        "stroke-width",
                        6.0)
                .empty(
                        "line",
                        "class",
                        "axis",
                        "x1",
                        x(median, low, high),
                        "x2",
                        x(median, low, high),
                        "y1",
                        middle - 6,
                        "y2",
                        middle + 6,
                        "stroke",
                        Colour.INK.code(),
                        "stroke-width",
                        1.6)
                .empty(
                        "circle",
                        "class",
                        "point",
                        "cx",
                        x(own, low, high),
                        "cy",
                        middle,
                        "r",
                        5.0,
                        "fill",
                        Colour.FOCUS.code(),
                        "stroke",
                        Colour.PAPER.code(),
                        "stroke-width",
                        1.4)
                .close("svg")
                .toString();
    }

    private static double x(double value, double low, double high) {
        double part = high == low ? 0.5 : (value - low) / (high - low);
        return MARGIN + part * (WIDTH - 2 * MARGIN);
    }
}
