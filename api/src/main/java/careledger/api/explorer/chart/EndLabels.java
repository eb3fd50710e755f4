package careledger.api.explorer.chart;

import careledger.answers.judgement.FigureFormat;
import careledger.api.explorer.chart.TrendPicture.ChartLine;
import careledger.api.explorer.chart.TrendPicture.ChartPoint;
import careledger.api.explorer.chart.TrendPicture.RangePoint;
import careledger.api.explorer.chart.TrendPicture.Role;
import careledger.schema.catalogue.Unit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/** The labels at the ends of lines, from top to bottom. */
final class EndLabels {
    private EndLabels() {}

    static List<EndLabel> of(TrendPicture picture, DoubleUnaryOperator y) {
        List<EndLabel> labels = new ArrayList<>();
        for (ChartLine line : picture.lines()) {
            List<ChartPoint> points = line.points();
            if (!points.isEmpty()) {
                ChartPoint last = points.get(points.size() - 1);
                labels.add(new EndLabel(
                        line.name() + " " + bare(last.text()),
                        y.applyAsDouble(last.value()),
                        line.role().colour(),
                        line.role() == Role.FOCUS,
                        Optional.of(line.role()),
                        line.role().dash()));
            }
        }
        if (!picture.range().isEmpty()) {
            RangePoint last = picture.range().get(picture.range().size() - 1);
            labels.add(middle(picture, last, y));
            labels.add(edge("Neighbours’ highest ", last.highest(), picture, y));
            labels.add(edge("Neighbours’ lowest ", last.lowest(), picture, y));
        }
        labels.sort(Comparator.comparingDouble(EndLabel::y));
        return labels;
    }

    private static EndLabel middle(TrendPicture picture, RangePoint last, DoubleUnaryOperator y) {
        return new EndLabel(
                "Neighbours’ middle " + value(last.median(), picture),
                y.applyAsDouble(last.median()),
                Colour.AXIS,
                false,
                Optional.empty(),
                "2 4");
    }

    private static EndLabel edge(String name, double value, TrendPicture picture, DoubleUnaryOperator y) {
        return new EndLabel(
                name + value(value, picture), y.applyAsDouble(value), Colour.AXIS, false, Optional.empty(), "range");
    }

    private static String value(double value, TrendPicture picture) {
        return bare(FigureFormat.figure(value, picture.unit() == Unit.DAYS ? Unit.SCORE : picture.unit(), 1));
    }

    /** Without the words that the axis says already. */
    private static String bare(String text) {
        return text.replace(" per 10,000", "").replace(" days", "").replace(" day", "");
    }

    /**
     * Places as near to the wanted ones as can be, at least so far from each other.
     *
     * @param wanted from top to bottom
     */
    static List<Double> apart(List<Double> wanted, double apart, double top, double bottom) {
        double[] places = wanted.stream().mapToDouble(Double::doubleValue).toArray();
        for (int i = 0; i < places.length; i++) {
            places[i] = Math.max(places[i], i == 0 ? top : places[i - 1] + apart);
        }
        for (int i = places.length - 1; i >= 0; i--) {
            double most = i == places.length - 1 ? bottom : places[i + 1] - apart;
            places[i] = Math.min(places[i], most);
        }
        List<Double> found = new ArrayList<>();
        for (double place : places) {
            found.add(place);
        }
        return found;
    }

    /** The text, shortened where it is wider than that. */
    static String fitting(String text, double width, double letters) {
        if (TextWidth.of(text, letters) <= width) {
            return text;
        }
        int value = text.lastIndexOf(' ');
        String name = text.substring(0, Math.max(0, value));
        String end = "…" + text.substring(Math.max(0, value));
        while (!name.isEmpty() && TextWidth.of(name + end, letters) > width) {
            name = name.substring(0, name.length() - 1).stripTrailing();
        }
        return name + end;
    }
}
