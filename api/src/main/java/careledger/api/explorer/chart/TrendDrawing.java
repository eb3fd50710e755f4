package careledger.api.explorer.chart;

import careledger.api.explorer.chart.TrendPicture.ChartLine;
import careledger.api.explorer.chart.TrendPicture.ChartPoint;
import careledger.api.explorer.chart.TrendPicture.Flag;
import careledger.api.explorer.chart.TrendPicture.Mark;
import careledger.api.explorer.chart.TrendPicture.RangePoint;
import careledger.api.explorer.chart.TrendPicture.Role;
import careledger.api.explorer.chart.TrendPicture.Target;
import careledger.schema.catalogue.Unit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Draws a trend at one width. */
public final class TrendDrawing {
    private static final double FLAG = 10;

    private final TrendPicture picture;
    private final ChartSize size;
    private final ValueAxis values;
    private final TimeAxis time;
    private final LabelRoom room;
    private final Svg svg = new Svg();

    private TrendDrawing(TrendPicture picture, ChartSize size, List<Double> scale) {
        this.picture = picture;
        this.size = size;
        this.values = ValueAxis.of(scale, picture.zero(), picture.unit() == Unit.PERCENT);
        this.time = TimeAxis.of(picture.days(), size.left(), size.plotRight());
        this.room = new LabelRoom(new Box(0, Math.max(0, size.top() - 22), size.width(), size.height()));
    }

    /**
     * @param picture that is not empty
     * @param id makes the ids of its title and description unique on a page
     */
    public static Drawing of(TrendPicture picture, ChartSize size, String id) {
        return new TrendDrawing(picture, size, picture.values()).draw(id);
    }

    /** A small picture for each, all on one scale. */
    public static List<Drawing> small(List<TrendPicture> pictures, String id) {
        List<Double> scale =
                pictures.stream().flatMap(picture -> picture.values().stream()).toList();
        List<Drawing> drawings = new ArrayList<>();
        for (TrendPicture picture : pictures) {
            drawings.add(new TrendDrawing(picture, ChartSize.SMALL, scale).draw(id + drawings.size()));
        }
        return drawings;
    }

    private Drawing draw(String id) {
        double legend = size == ChartSize.NARROW ? legendHeight() : 0;
        svg.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "class",
                "chart",
                "viewBox",
                "0 0 " + Svg.number(size.width()) + " " + Svg.number(size.height() + legend),
                "role",
                "img",
                "aria-labelledby",
                id + "-title " + id + "-text",
                "font-family",
                "'Source Sans 3', 'Source Sans Pro', Arial, sans-serif",
                "font-size",
                size.text());
        svg.text("title", picture.title(), "id", id + "-title");
        svg.text("desc", picture.description(), "id", id + "-text");
        axes();
        range();
        flags();
        List<ChartLine> behind = new ArrayList<>(picture.lines());
        behind.sort(Comparator.comparing((ChartLine line) -> line.role() == Role.FOCUS));
        behind.forEach(this::line);
        picture.targets().forEach(this::targetBar);
        behind.forEach(this::points);
        if (size == ChartSize.WIDE) {
            endLabels();
        }
        picture.lines().stream().filter(line -> line.role() == Role.FOCUS).forEach(this::figures);
        picture.targets().forEach(this::targetLabel);
        marks();
        if (size == ChartSize.NARROW) {
            legend();
        }
        svg.close("svg");
        return new Drawing(svg.toString(), room.placed());
    }

    private double y(double value) {
        double part = (value - values.low()) / (values.high() - values.low());
        return size.floor() - part * (size.floor() - size.top());
    }

    private void axes() {
        if (size != ChartSize.SMALL) {
            write(picture.axisTitle(), 0, size.top() - 28, "start", Colour.AXIS, false, size.text());
        }
        double small = size.text() - 1;
        for (double mark : values.marks()) {
            double y = y(mark);
            svg.empty(
                    "line",
                    "class",
                    "grid",
                    "x1",
                    size.left(),
                    "x2",
                    size.plotRight(),
                    "y1",
                    y,
                    "y2",
                    y,
                    "stroke",
                    Colour.GRID.code(),
                    "stroke-width",
                    1.0);
            write(axisText(mark), size.left() - 8, y + small * 0.34, "end", Colour.AXIS, false, small);
        }
        double floor = size.floor();
        svg.empty(
                "line",
                "class",
                "axis",
                "x1",
                size.left(),
                "x2",
                size.plotRight(),
                "y1",
                floor,
                "y2",
                floor,
                "stroke",
                Colour.AXIS.code(),
                "stroke-width",
                values.fromZero() ? 1.6 : 0.8);
        for (TimeAxis.YearMark mark : time.marks(picture.month(), picture.day(), picture.firstYear(), small)) {
            double x = time.x(mark.at());
            svg.empty(
                    "line",
                    "class",
                    "axis",
                    "x1",
                    x,
                    "x2",
                    x,
                    "y1",
                    floor,
                    "y2",
                    floor + 5,
                    "stroke",
                    Colour.AXIS.code(),
                    "stroke-width",
                    1.0);
            write(mark.text(), x, floor + small + 7, "middle", Colour.AXIS, false, small);
        }
        if (size != ChartSize.SMALL) {
            String zoomed = "The axis does not start at zero";
            String both = picture.dayNote() + (values.fromZero() ? "" : ". " + zoomed);
            String note = TextWidth.of(both, small) < size.width() - size.left() ? both : zoomed;
            write(note, size.left(), floor + 2 * small + 16, "start", Colour.AXIS, false, small);
        }
    }

    private String axisText(double mark) {
        return values.text(mark, picture.unit());
    }

    private void range() {
        List<List<RangePoint>> pieces = new ArrayList<>();
        for (RangePoint point : picture.range()) {
            if (pieces.isEmpty() || !point.joined()) {
                pieces.add(new ArrayList<>());
            }
            pieces.get(pieces.size() - 1).add(point);
        }
        pieces.forEach(this::range);
    }

    private void range(List<RangePoint> piece) {
        if (piece.size() == 1) {
            RangePoint only = piece.get(0);
            double x = time.x(only.at());
            svg.empty(
                    "line",
                    "class",
                    "edge",
                    "x1",
                    x,
                    "x2",
                    x,
                    "y1",
                    y(only.lowest()),
                    "y2",
                    y(only.highest()),
                    "stroke",
                    Colour.RANGE_EDGE.code(),
                    "stroke-width",
                    6.0,
                    "stroke-opacity",
                    "0.5");
            return;
        }
        StringBuilder upper = new StringBuilder();
        StringBuilder lower = new StringBuilder();
        StringBuilder back = new StringBuilder();
        StringBuilder middle = new StringBuilder();
        for (RangePoint point : piece) {
            upper.append(at(upper, point, point.highest()));
            lower.append(at(lower, point, point.lowest()));
            middle.append(at(middle, point, point.median()));
            back.insert(0, "L" + place(point, point.lowest()));
        }
        svg.empty("path", "class", "range", "d", upper + back.toString() + "Z", "fill", Colour.RANGE.code());
        for (StringBuilder edge : List.of(upper, lower)) {
            svg.empty(
                    "path",
                    "class",
                    "edge",
                    "d",
                    edge,
                    "fill",
                    "none",
                    "stroke",
                    Colour.RANGE_EDGE.code(),
                    "stroke-width",
                    1.0);
        }
        svg.empty(
                "path",
                "class",
                "median",
                "d",
                middle,
                "fill",
                "none",
                "stroke",
                Colour.CONTEXT.code(),
                "stroke-width",
                2.0,
                "stroke-dasharray",
                "2 4");
    }

    private String at(StringBuilder path, RangePoint point, double value) {
        return (path.isEmpty() ? "M" : "L") + place(point, value);
    }

    private String place(RangePoint point, double value) {
        return Svg.number(time.x(point.at())) + " " + Svg.number(y(value));
    }

    private void flags() {
        List<List<Flag>> groups = new ArrayList<>();
        double last = Double.NEGATIVE_INFINITY;
        for (Flag flag : picture.flags()) {
            double x = time.x(flag.at());
            svg.empty(
                    "line",
                    "class",
                    "break",
                    "x1",
                    x,
                    "x2",
                    x,
                    "y1",
                    size.top() - 6,
                    "y2",
                    size.floor(),
                    "stroke",
                    Colour.INK.code(),
                    "stroke-width",
                    1.2,
                    "stroke-dasharray",
                    "3 3");
            if (groups.isEmpty() || x - last > 2 * FLAG + 4) {
                groups.add(new ArrayList<>());
            }
            groups.get(groups.size() - 1).add(flag);
            last = x;
        }
        groups.forEach(this::flag);
    }

    private void flag(List<Flag> group) {
        String letters = String.join(" ", group.stream().map(Flag::letter).toList());
        double middle =
                (time.x(group.get(0).at()) + time.x(group.get(group.size() - 1).at())) / 2;
        double half = Math.max(FLAG, TextWidth.of(letters, 13) / 2 + 6);
        double y = size.top() - 12;
        double x = Math.min(middle, size.width() - half - 1);
        svg.empty(
                "rect",
                "class",
                "flag",
                "x",
                x - half,
                "y",
                y - FLAG,
                "width",
                half * 2,
                "height",
                FLAG * 2,
                "rx",
                FLAG,
                "fill",
                Colour.INK.code());
        svg.text(
                "text",
                letters,
                "class",
                "flag-text",
                "x",
                x,
                "y",
                y + 4.5,
                "text-anchor",
                "middle",
                "font-size",
                13.0,
                "font-weight",
                700,
                "fill",
                Colour.PAPER.code());
        room.put(letters, new Box(x - half, y - FLAG, half * 2, FLAG * 2));
    }

    private void line(ChartLine line) {
        for (List<ChartPoint> piece : line.pieces()) {
            for (int i = 1; i < piece.size(); i++) {
                if (piece.get(i).provisional()) {
                    path(line, List.of(piece.get(i - 1), piece.get(i)), "3 4");
                }
            }
            List<ChartPoint> certain =
                    piece.stream().filter(point -> !point.provisional()).toList();
            if (certain.size() > 1) {
                path(line, certain, line.role().dash());
            }
        }
    }

    private void path(ChartLine line, List<ChartPoint> piece, String dash) {
        StringBuilder path = new StringBuilder();
        for (ChartPoint point : piece) {
            path.append(path.isEmpty() ? "M" : "L")
                    .append(Svg.number(time.x(point.at())))
                    .append(' ')
                    .append(Svg.number(y(point.value())));
        }
        svg.empty(
                "path",
                "class",
                "line " + look(line),
                "d",
                path,
                "fill",
                "none",
                "stroke",
                line.role().colour().code(),
                "stroke-width",
                line.role().width(),
                "stroke-linejoin",
                "round",
                "stroke-dasharray",
                dash.isEmpty() ? "none" : dash);
    }

    private static String look(ChartLine line) {
        return line.role() == Role.FOCUS ? "focus" : "beside";
    }

    private void points(ChartLine line) {
        boolean focus = line.role() == Role.FOCUS;
        double radius = size == ChartSize.WIDE ? 5 : 4.2;
        for (List<ChartPoint> piece : line.pieces()) {
            for (ChartPoint point : piece) {
                if (focus || piece.size() == 1 || point.otherDay() || line.role() != Role.COUNTRY) {
                    point(line, point, focus ? radius : radius - 1);
                } else {
                    point(line, point, radius - 2);
                }
            }
        }
    }

    /** Hollow: another day of the year; hollow and dashed: provisional. The country's are squares. */
    private void point(ChartLine line, ChartPoint point, double radius) {
        double x = time.x(point.at());
        double y = y(point.value());
        String code = line.role().colour().code();
        boolean hollow = point.otherDay() || point.provisional();
        Object[] look = {
            "class", "point " + look(line) + (hollow ? " hollow" : ""),
            "fill", hollow ? Colour.PAPER.code() : code,
            "stroke", hollow ? code : Colour.PAPER.code(),
            "stroke-width", hollow ? 2.0 : 1.4,
            "stroke-dasharray", point.provisional() ? "2 2" : "none",
            "data-figure", point.id()
        };
        if (point.otherDay()) {
            double arm = radius + 2;
            svg.empty("path", with(look, "d", diamond(x, y, arm)));
        } else if (line.role() == Role.COUNTRY) {
            svg.empty("rect", with(look, "x", x - radius, "y", y - radius, "width", radius * 2, "height", radius * 2));
        } else {
            svg.empty("circle", with(look, "cx", x, "cy", y, "r", radius));
        }
        if (line.role() == Role.FOCUS) {
            room.take(new Box(x - radius, y - radius, radius * 2, radius * 2));
        }
    }

    private static String diamond(double x, double y, double arm) {
        return "M" + Svg.number(x) + " " + Svg.number(y - arm) + "L" + Svg.number(x + arm) + " " + Svg.number(y) + "L"
                + Svg.number(x) + " " + Svg.number(y + arm) + "L" + Svg.number(x - arm) + " " + Svg.number(y) + "Z";
    }

    private static Object[] with(Object[] look, Object... more) {
        return Stream.concat(Stream.of(more), Stream.of(look)).toArray();
    }

    private void targetBar(Target target) {
        double from = time.x(target.start());
        double to = time.x(target.end());
        double least = size == ChartSize.WIDE ? 26 : 20;
        double middle = (from + to) / 2;
        double half = Math.max(to - from, least) / 2;
        double y = y(target.value());
        svg.empty(
                "line",
                "class",
                "target",
                "x1",
                middle - half,
                "x2",
                middle + half,
                "y1",
                y,
                "y2",
                y,
                "stroke",
                Colour.INK.code(),
                "stroke-width",
                3.4);
        room.take(new Box(middle - half, y - 2, half * 2, 4));
    }

    private void targetLabel(Target target) {
        double middle = (time.x(target.start()) + time.x(target.end())) / 2;
        double y = y(target.value());
        String text = "target " + target.text();
        double small = size.text() - 1;
        double width = TextWidth.of(text, small);
        double left = Math.max(size.left(), Math.min(middle - width / 2, size.plotRight() - width));
        List<Box> places = new ArrayList<>();
        for (double down : new double[] {6, -small * 1.2 - 5, 20, -small * 1.2 - 20, 36, -small * 1.2 - 36}) {
            for (double aside : new double[] {0, width / 2 + 12, -width / 2 - 12}) {
                places.add(new Box(left + aside, y + down, width, small * 1.2));
            }
        }
        room.place(text, places).ifPresent(box -> text(text, box, Colour.INK, false, small));
    }

    /** First, last, highest and lowest of the area in focus, where there is room. */
    private void figures(ChartLine line) {
        List<ChartPoint> points = line.points();
        if (points.isEmpty()) {
            return;
        }
        Comparator<ChartPoint> byValue = Comparator.comparingDouble(ChartPoint::value);
        ChartPoint last = points.get(points.size() - 1);
        ChartPoint highest = points.stream().max(byValue).orElseThrow();
        ChartPoint lowest = points.stream().min(byValue).orElseThrow();
        List<ChartPoint> wanted = size == ChartSize.WIDE
                ? List.of(highest, lowest, points.get(0))
                : size == ChartSize.NARROW ? List.of(last, highest, lowest, points.get(0)) : List.of(last);
        wanted.stream()
                .distinct()
                .filter(point -> size != ChartSize.WIDE || !point.equals(last))
                .forEach(point -> figure(point, point.equals(lowest) && !highest.equals(lowest)));
    }

    private void figure(ChartPoint point, boolean below) {
        double letters = size.text();
        double width = TextWidth.of(point.text(), letters);
        double height = letters * 1.15;
        double x = time.x(point.at());
        double y = y(point.value());
        double start = Math.max(size.left() + 2, Math.min(x - width / 2, size.width() - width - 2));
        Box above = new Box(start, y - 9 - height, width, height);
        Box under = new Box(start, y + 8, width, height);
        Box left = new Box(x - width - 2, above.y(), width, height);
        Box right = new Box(x + 2, above.y(), width, height);
        List<Box> places = new ArrayList<>(
                below
                        ? List.of(under, left.at(under.y()), right.at(under.y()), above)
                        : List.of(above, left, right, under));
        places.add(new Box(x - width - 9, y - height / 2, width, height));
        places.add(new Box(x + 9, y - height / 2, width, height));
        room.place(point.text(), places).ifPresent(box -> text(point.text(), box, Colour.FOCUS, true, letters));
    }

    private void marks() {
        double small = size.text() - 1;
        for (Mark mark : picture.marks()) {
            double width = TextWidth.of(mark.text(), small);
            double x = time.x(mark.at());
            List<Box> places = new ArrayList<>();
            for (int step = 0; step < 4; step++) {
                places.add(new Box(x - width / 2, size.floor() - 5 - small * 1.2 * (step + 1), width, small * 1.2));
            }
            room.place(mark.text(), places).ifPresent(box -> text(mark.text(), box, Colour.AXIS, false, small));
        }
    }

    /** Names and last values to the right of the plot, moved apart where they would touch. */
    private void endLabels() {
        List<EndLabel> labels = EndLabels.of(picture, this::y);
        double apart = size.text() * 1.2;
        double lowest = size.floor() - 3;
        List<Double> places = EndLabels.apart(labels.stream().map(EndLabel::y).toList(), apart, size.top() - 4, lowest);
        double x = size.plotRight() + 16;
        for (int i = 0; i < labels.size(); i++) {
            EndLabel label = labels.get(i);
            double y = places.get(i);
            svg.empty(
                    "path",
                    "class",
                    "leader",
                    "d",
                    "M" + Svg.number(size.plotRight() + 6) + " " + Svg.number(label.y()) + "L" + Svg.number(x - 3) + " "
                            + Svg.number(y),
                    "fill",
                    "none",
                    "stroke",
                    Colour.RANGE_EDGE.code(),
                    "stroke-width",
                    1.0);
            String shown = EndLabels.fitting(label.text(), size.width() - x, size.text());
            write(shown, x, y + size.text() * 0.34, "start", label.colour(), label.bold(), size.text());
        }
    }

    private double legendHeight() {
        return EndLabels.of(picture, this::y).size() * size.text() * 1.6 + 6;
    }

    private void legend() {
        double row = size.text() * 1.6;
        double y = size.height() + size.text();
        for (EndLabel label : EndLabels.of(picture, this::y)) {
            label.key(svg, 0, y - size.text() * 0.34);
            String shown = EndLabels.fitting(label.text(), size.width() - 44, size.text());
            write(shown, 42, y, "start", label.colour(), label.bold(), size.text());
            y += row;
        }
    }

    private void text(String text, Box box, Colour colour, boolean bold, double letters) {
        element(text, box.x(), box.y() + letters * 0.92, "start", colour, bold, letters);
    }

    /** A text at a place that is given. */
    private void write(String text, double x, double y, String anchor, Colour colour, boolean bold, double letters) {
        element(text, x, y, anchor, colour, bold, letters);
        double width = TextWidth.of(text, letters);
        double left = anchor.equals("end") ? x - width : anchor.equals("middle") ? x - width / 2 : x;
        room.put(text, new Box(left, y - letters * 0.86, width, letters * 1.1));
    }

    private void element(String text, double x, double y, String anchor, Colour colour, boolean bold, double letters) {
        svg.text(
                "text",
                text,
                "x",
                x,
                "y",
                y,
                "text-anchor",
                anchor,
                "fill",
                colour.code(),
                "font-weight",
                bold ? 700 : 400,
                "font-size",
                letters);
    }
}
