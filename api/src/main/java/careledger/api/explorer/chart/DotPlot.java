package careledger.api.explorer.chart;

import careledger.answers.judgement.FigureFormat;
import careledger.api.explorer.chart.TrendPicture.Role;
import careledger.schema.catalogue.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Areas, or parts, beside each other: a row for each, a dot at its value. */
public final class DotPlot {
    private static final double ROW = 30;
    private static final double TOP = 34;
    private static final double LETTERS = 16;

    private DotPlot() {}

    /**
     * @param rows in the order in which they are drawn, at least one
     * @param id makes the ids of its title and description unique on a page
     */
    public static Drawing of(String title, List<Row> rows, Unit unit, boolean wide, String id) {
        double width = wide ? ChartSize.WIDE.width() : ChartSize.NARROW.width();
        double names = wide ? 300 : 0;
        double right = wide ? 90 : 62;
        double step = wide ? ROW : 50;
        double height = TOP + rows.size() * step + 12;
        ValueAxis axis = ValueAxis.of(rows.stream().map(Row::value).toList(), true, unit == Unit.PERCENT);
        double left = wide ? names : 8;
        double span = width - right - left;
        List<Drawing.Label> labels = new ArrayList<>();
        Svg svg = new Svg();
        svg.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "class",
                "chart",
                "viewBox",
                "0 0 " + Svg.number(width) + " " + Svg.number(height),
                "role",
                "img",
                "aria-labelledby",
                id + "-title " + id + "-text",
                "font-family",
                "'Source Sans 3', 'Source Sans Pro', Arial, sans-serif",
                "font-size",
                LETTERS);
        svg.text("title", title, "id", id + "-title");
        svg.text("desc", words(rows), "id", id + "-text");
        for (double mark : axis.marks()) {
            double x = left + (mark - axis.low()) / (axis.high() - axis.low()) * span;
            svg.empty(
                    "line",
                    "class",
                    "grid",
                    "x1",
                    x,
                    "x2",
                    x,
                    "y1",
                    TOP - 8,
                    "y2",
                    height - 8,
                    "stroke",
                    Colour.GRID.code(),
                    "stroke-width",
                    1.0);
            String text = axisText(mark, axis, unit);
            svg.text(
                    "text",
                    text,
                    "x",
                    x,
                    "y",
                    TOP - 14,
                    "text-anchor",
                    mark == axis.low() ? "start" : "middle",
                    "fill",
                    Colour.AXIS.code(),
                    "font-size",
                    LETTERS - 2);
        }
        double y = TOP;
        for (Row row : rows) {
            double middle = y + (wide ? step / 2 : step - 14);
            double x = left + (row.value() - axis.low()) / (axis.high() - axis.low()) * span;
            boolean bold = row.role() == Role.FOCUS;
            Colour colour = row.role() == Role.FIFTH ? Colour.AXIS : row.role().colour();
            double nameY = wide ? middle + 5 : y + 18;
            String name = EndLabels.fitting(row.name() + " ", wide ? names - 16 : width - 12, LETTERS)
                    .strip();
            svg.text("text", name, "x", 0.0, "y", nameY, "fill", colour.code(), "font-weight", bold ? 700 : 400);
            labels.add(new Drawing.Label(name, new Box(0, nameY - 14, TextWidth.of(name, LETTERS), 18)));
            svg.empty(
                    "line",
                    "class",
                    "edge",
                    "x1",
                    left,
                    "x2",
                    x,
                    "y1",
                    middle,
                    "y2",
                    middle,
                    "stroke",
                    Colour.RANGE_EDGE.code(),
                    "stroke-width",
                    1.0);
            dot(svg, row, x, middle, colour);
            svg.text(
                    "text",
                    row.text(),
                    "x",
                    x + 12,
                    "y",
                    middle + 5.5,
                    "fill",
                    colour.code(),
                    "font-weight",
                    bold ? 700 : 400);
            labels.add(
                    new Drawing.Label(row.text(), new Box(x + 12, middle - 8, TextWidth.of(row.text(), LETTERS), 18)));
            y += step;
        }
        svg.close("svg");
        return new Drawing(svg.toString(), labels);
    }

    private static void dot(Svg svg, Row row, double x, double y, Colour colour) {
        double radius = row.role() == Role.FOCUS ? 8 : 6;
        if (row.role() == Role.COUNTRY) {
            svg.empty(
                    "rect",
                    "class",
                    "point",
                    "x",
                    x - radius,
                    "y",
                    y - radius,
                    "width",
                    radius * 2,
                    "height",
                    radius * 2,
                    "fill",
                    colour.code());
        } else {
            boolean named = !row.figure().isEmpty();
            List<Object> circle = new ArrayList<>(List.of("class", named ? "point focus" : "point"));
            circle.addAll(List.of("cx", x, "cy", y, "r", radius, "fill", colour.code()));
            if (named) {
                circle.addAll(List.of("data-figure", row.figure()));
            }
            svg.empty("circle", circle.toArray());
        }
    }

    private static String axisText(double mark, ValueAxis axis, Unit unit) {
        String number = FigureFormat.number(mark, axis.decimals());
        return unit == Unit.PERCENT ? number + "%" : unit == Unit.GBP ? "£" + number : number;
    }

    private static String words(List<Row> rows) {
        StringBuilder text = new StringBuilder("From top to bottom: ");
        for (int i = 0; i < rows.size(); i++) {
            text.append(i == 0 ? "" : ", ")
                    .append(String.format(
                            Locale.UK, "%s %s", rows.get(i).name(), rows.get(i).text()));
        }
        return text.append('.').toString();
    }

    /**
     * An area or a part with its value.
     *
     * @param figure id of the claim, by which scripts find its row; empty where it is not needed
     */
    public record Row(String name, double value, String text, Role role, String figure) {
        public Row(String name, double value, String text, Role role) {
            this(name, value, text, role, "");
        }
    }
}
