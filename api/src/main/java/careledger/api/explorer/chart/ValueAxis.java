package careledger.api.explorer.chart;

import careledger.answers.judgement.FigureFormat;
import careledger.schema.catalogue.Unit;
import java.util.ArrayList;
import java.util.List;

/**
 * The scale of values.
 *
 * @param low at the floor of the plot, and {@code high} at its top
 * @param step between two marks
 */
record ValueAxis(double low, double high, double step) {
    private static final int MARKS = 5;
    private static final double[] STEPS = {1, 2, 2.5, 5, 10};

    /** Where the data would fill less than this of the height, an axis from zero says nothing. */
    private static final double LEAST_FILL = 0.2;

    /** @param zero whether it starts at zero whatever the values are */
    static ValueAxis of(List<Double> values, boolean zero, boolean percent) {
        double lowest = values.stream().mapToDouble(Double::doubleValue).min().orElse(0);
        double highest = values.stream().mapToDouble(Double::doubleValue).max().orElse(1);
        boolean fromZero = zero || lowest < 0 || !needsZoom(values);
        double from = fromZero ? Math.min(0, lowest) : lowest;
        double to = fromZero ? Math.max(0, highest) : highest;
        if (to - from < 1e-9) {
            to = from + 1;
        }
        double step = step((to - from) / MARKS);
        double low = Math.floor(from / step + 1e-9) * step;
        double high = Math.ceil(to / step - 1e-9) * step;
        if (high - to < (high - low) * 0.04 && !(percent && high >= 100)) {
            high += step;
        }
        if (percent && to <= 100 && high > 100) {
            high = 100;
        }
        return new ValueAxis(low, high, step);
    }

    /** Whether the values would fill less than a fifth of an axis that starts at zero. */
    static boolean needsZoom(List<Double> values) {
        double lowest = values.stream().mapToDouble(Double::doubleValue).min().orElse(0);
        double highest = values.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        return lowest > 0 && highest > lowest && (highest - lowest) / highest < LEAST_FILL;
    }

    boolean fromZero() {
        return low <= 0;
    }

    List<Double> marks() {
        List<Double> marks = new ArrayList<>();
        for (int i = 0; low + i * step <= high + step * 1e-6; i++) {
            marks.add(low + i * step);
        }
        return marks;
    }

    /** A mark as it is written; thousands and millions in short, so that it fits beside the axis. */
    String text(double mark, Unit unit) {
        double greatest = Math.max(Math.abs(low), Math.abs(high));
        double part = greatest >= 1e9 ? 1e9 : greatest >= 1e6 ? 1e6 : greatest >= 1e5 ? 1e3 : 1;
        String end = part == 1e9 ? "bn" : part == 1e6 ? "m" : part == 1e3 ? "k" : "";
        String number = FigureFormat.number(Math.abs(mark) / part, part == 1 ? decimals() : 2);
        String sign = mark < 0 ? "-" : "";
        return switch (unit) {
            case PERCENT -> sign + number + "%";
            case GBP -> sign + "£" + number + (mark == 0 ? "" : end);
            default -> sign + number + (mark == 0 ? "" : end);
        };
    }

    /** Decimals that the marks need. */
    int decimals() {
        int decimals = 0;
        for (double rest = step; decimals < 3 && Math.abs(rest - Math.rint(rest)) > 1e-6; rest *= 10) {
            decimals++;
        }
        return decimals;
    }

    private static double step(double least) {
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        for (double step : STEPS) {
            if (step * power >= least - 1e-12) {
                return step * power;
            }
        }
        return 10 * power;
    }
}
