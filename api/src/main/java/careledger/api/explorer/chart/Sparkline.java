package careledger.api.explorer.chart;

import careledger.answers.observation.Observation;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** A line without axes, for a row of a table that holds the figures; it is hidden from those who cannot see it. */
public final class Sparkline {
    private static final double WIDTH = 112;
    private static final double HEIGHT = 28;
    private static final double MARGIN = 4;
    private static final int MONTHS = 18;

    private Sparkline() {}

    /** @param figures with values, comparable, oldest first; two or more make a line */
    public static String of(List<Observation> figures) {
        List<Observation> shown =
                figures.stream().filter(figure -> figure.value() != null).toList();
        if (shown.isEmpty()) {
            return "";
        }
        double lowest = shown.stream().mapToDouble(Observation::number).min().orElse(0);
        double highest = shown.stream().mapToDouble(Observation::number).max().orElse(1);
        double height = highest - lowest;
        long days = ChronoUnit.DAYS.between(
                shown.get(0).periodEnd(), shown.get(shown.size() - 1).periodEnd());
        List<double[]> places = new ArrayList<>();
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < shown.size(); i++) {
            Observation figure = shown.get(i);
            double part = days == 0
                    ? 1
                    : (double) ChronoUnit.DAYS.between(shown.get(0).periodEnd(), figure.periodEnd()) / days;
            double x = MARGIN + part * (WIDTH - 2 * MARGIN);
            double up = height == 0 ? 0.5 : (figure.number() - lowest) / height;
            double y = HEIGHT - MARGIN - up * (HEIGHT - 2 * MARGIN);
            boolean apart =
                    i > 0 && ChronoUnit.MONTHS.between(shown.get(i - 1).periodEnd(), figure.periodEnd()) > MONTHS;
            path.append(i == 0 || apart ? "M" : "L")
                    .append(Svg.number(x))
                    .append(' ')
                    .append(Svg.number(y));
            places.add(new double[] {x, y});
        }
        double[] last = places.get(places.size() - 1);
        return new Svg()
                .open("svg", "viewBox", "0 0 " + Svg.number(WIDTH) + " " + Svg.number(HEIGHT), "aria-hidden", "true")
                .empty(
                        "path",
                        "class",
                        "line",
                        "d",
                        path,
                        "fill",
                        "none",
                        "stroke",
                        Colour.FOCUS.code(),
                        "stroke-width",
                        2.0)
                .empty("circle", "class", "point", "cx", last[0], "cy", last[1], "r", 3.2, "fill", Colour.FOCUS.code())
                .close("svg")
                .toString();
    }
}
