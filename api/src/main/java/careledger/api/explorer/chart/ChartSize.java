package careledger.api.explorer.chart;

/** The widths that charts are drawn for; both are on the page, and its styles show the one that fits. */
public enum ChartSize {
    WIDE(960, 440, 58, 222, 46, 56, 16),
    NARROW(360, 340, 54, 18, 46, 50, 14),
    SMALL(300, 190, 44, 30, 16, 28, 13);

    private final double width;
    private final double height;
    private final double left;
    private final double right;
    private final double top;
    private final double bottom;
    private final double text;

    ChartSize(double width, double height, double left, double right, double top, double bottom, double text) {
        this.width = width;
        this.height = height;
        this.left = left;
        this.right = right;
        this.top = top;
        this.bottom = bottom;
        this.text = text;
    }

    double width() {
        return width;
    }

    double height() {
        return height;
    }

    double left() {
        return left;
    }

    /** Where the plot ends on the right; labels of lines are behind it. */
    double plotRight() {
        return width - right;
    }

    double top() {
        return top;
    }

    double floor() {
        return height - bottom;
    }

    /** Size of letters. */
    double text() {
        return text;
    }
}
