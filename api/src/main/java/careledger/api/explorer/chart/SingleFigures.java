package careledger.api.explorer.chart;

import careledger.api.explorer.chart.TrendPicture.ChartLine;
import careledger.api.explorer.chart.TrendPicture.ChartPoint;
import careledger.api.explorer.chart.TrendPicture.Role;
import careledger.schema.catalogue.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Parts with one figure each: a chart over time of each would be a dot, so they are beside each other in one picture. */
public final class SingleFigures {
    private final String title;
    private final Unit unit;
    private final List<DotPlot.Row> rows;

    private SingleFigures(String title, Unit unit, List<DotPlot.Row> rows) {
        this.title = title;
        this.unit = unit;
        this.rows = List.copyOf(rows);
    }

    /**
     * @param title of the measure, with the area
     * @param pictures one for each part
     * @return none where a part has several figures, or there is one part only
     */
    public static Optional<SingleFigures> of(String title, List<TrendPicture> pictures) {
        List<ChartLine> lines = new ArrayList<>();
        pictures.forEach(picture -> lines.addAll(picture.lines()));
        boolean single = pictures.stream().allMatch(picture -> picture.targets().isEmpty())
                && lines.stream().allMatch(line -> line.points().size() == 1);
        if (pictures.size() < 2 || !single) {
            return Optional.empty();
        }
        List<String> times = lines.stream()
                .map(line -> line.points().get(0).when())
                .distinct()
                .toList();
        List<DotPlot.Row> rows = lines.stream()
                .map(line -> row(line, line.points().get(0), times.size() > 1))
                .toList();
        return Optional.of(new SingleFigures(
                times.size() > 1 ? title : title + ", " + times.get(0),
                pictures.get(0).unit(),
                rows));
    }

    private static DotPlot.Row row(ChartLine line, ChartPoint point, boolean dated) {
        return new DotPlot.Row(
                dated ? line.name() + ", " + point.when() : line.name(),
                point.value(),
                point.text(),
                Role.FIFTH,
                point.id());
    }

    public String title() {
        return title;
    }

    /** @param id makes the ids of its title and description unique on a page */
    public Drawing draw(ChartSize size, String id) {
        return DotPlot.of(title, rows, unit, size != ChartSize.NARROW, id);
    }
}
