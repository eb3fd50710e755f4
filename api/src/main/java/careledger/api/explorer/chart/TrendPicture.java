package careledger.api.explorer.chart;

import careledger.schema.catalogue.Unit;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the chart of a trend shows. Every value is one of the answer that it was made from.
 *
 * @param title what the picture is, in some words
 * @param description the text alternative: everything that the picture says
 * @param axisTitle what is measured
 * @param dayNote when in the year the points are
 * @param firstYear year that a mark on the axis of time is named by, as in 2019-20; else 2020
 * @param month and {@code day} of the year on which most points are
 * @param zero whether the axis of values must start at zero
 */
public record TrendPicture(
        String title,
        String description,
        String axisTitle,
        String dayNote,
        boolean firstYear,
        int month,
        int day,
        Unit unit,
        boolean zero,
        List<ChartLine> lines,
        List<RangePoint> range,
        List<Target> targets,
        List<Flag> flags,
        List<Mark> marks) {
    public TrendPicture {
        lines = List.copyOf(lines);
        range = List.copyOf(range);
        targets = List.copyOf(targets);
        flags = List.copyOf(flags);
        marks = List.copyOf(marks);
    }

    /** Whether there is anything to draw. */
    public boolean empty() {
        return lines.stream().allMatch(line -> line.points().isEmpty());
    }

    /** Whether the values would hardly differ on an axis that starts at zero. */
    public boolean zoomable() {
        return ValueAxis.needsZoom(values());
    }

    List<Double> values() {
        return Stream.of(
                        lines.stream().flatMap(line -> line.points().stream()).map(ChartPoint::value),
                        range.stream().flatMap(point -> Stream.of(point.lowest(), point.highest())),
                        targets.stream().map(Target::value))
                .flatMap(values -> values)
                .toList();
    }

    List<LocalDate> days() {
        return Stream.of(
                        lines.stream().flatMap(line -> line.points().stream()).map(ChartPoint::at),
                        range.stream().map(RangePoint::at),
                        targets.stream().flatMap(target -> Stream.of(target.start(), target.end())),
                        marks.stream().map(Mark::at))
                .flatMap(days -> days)
                .sorted()
                .toList();
    }

    /** How a line looks. */
    public enum Role {
        FOCUS(Colour.FOCUS, 3.2, ""),
        COUNTRY(Colour.COUNTRY, 2.2, "9 4"),
        OTHER(Colour.OTHER, 2.4, "12 3 3 3"),
        FOURTH(Colour.FOURTH, 2.4, "4 3"),
        FIFTH(Colour.CONTEXT, 2, "2 3");

        private final Colour colour;
        private final double width;
        private final String dash;

        Role(Colour colour, double width, String dash) {
            this.colour = colour;
            this.width = width;
            this.dash = dash;
        }

        Colour colour() {
            return colour;
        }

        double width() {
            return width;
        }

        String dash() {
            return dash;
        }
    }

    /**
     * A line in pieces: between two pieces nothing is drawn.
     *
     * @param name of the area or of the breakdown
     */
    public record ChartLine(String name, Role role, List<List<ChartPoint>> pieces) {
        public ChartLine {
            pieces = pieces.stream().map(List::copyOf).toList();
        }

        List<ChartPoint> points() {
            return pieces.stream().flatMap(List::stream).toList();
        }
    }

    /**
     * A figure.
     *
     * @param id of the claim
     * @param text the value as a person reads it
     * @param when its period as a sentence says it, with what the document does not print
     * @param otherDay whether it is of another day of the year than most
     */
    public record ChartPoint(
            String id, LocalDate at, double value, String text, String when, boolean otherDay, boolean provisional) {}

    /**
     * The neighbours at one time.
     *
     * @param period its name, as in 2019-20
     */
    public record RangePoint(
            LocalDate at, String period, double lowest, double median, double highest, boolean joined) {}

    /**
     * A target over its own period.
     *
     * @param period its name, as in 2019-20
     */
    public record Target(LocalDate start, LocalDate end, double value, String text, String period) {}

    /**
     * Where the line stops because something else is measured from then on.
     *
     * @param at where it is drawn, before the first figure that differs
     * @param from the period of that figure
     */
    public record Flag(LocalDate at, String letter, String from) {}

    /**
     * Where there is no figure, and the shorthand that says why.
     *
     * @param period its name, as in 2019-20
     */
    public record Mark(
            LocalDate at,
            String period,
            String text,
            @Nullable String id) {}
}
