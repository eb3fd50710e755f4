package careledger.api.explorer.chart;

import careledger.answers.trend.Trend;
import careledger.answers.trend.TrendLine;
import java.util.List;

/**
 * What the lines of a trend are called beside one another: by area, by part where there are parts, and by what sets apart a
 * line under a definition that overlaps the main one in time.
 */
public final class LineNames {
    private static final String APART = "measured differently";

    private final List<TrendLine> lines;
    private final boolean parts;

    public LineNames(Trend trend) {
        this.lines = trend.lines();
        this.parts = parts(trend);
    }

    /** Whether some lines are parts of a whole. */
    public static boolean parts(Trend trend) {
        return trend.lines().stream().anyMatch(line -> !line.breakdown().equals("total"));
    }

    /** The name of a line, which no other line of the trend has. */
    public String of(TrendLine line) {
        String name = parts ? part(line) : line.area().name();
        if (line.main()) {
            return name;
        }
        List<TrendLine> apart = lines.stream()
                .filter(other -> !other.main()
                        && other.area().equals(line.area())
                        && other.breakdown().equals(line.breakdown()))
                .toList();
        return name + ", " + APART + (apart.size() > 1 ? " (" + (apart.indexOf(line) + 1) + ")" : "");
    }

    /** The part that a line is of, without the name of the dimension where there is one. */
    static String member(TrendLine line) {
        return line.breakdownLabel().replaceFirst("^[^:;]*: ", "");
    }

    private String part(TrendLine line) {
        boolean own = line.area().equals(lines.get(0).area());
        return member(line) + (own ? "" : ", " + line.area().name());
    }
}
