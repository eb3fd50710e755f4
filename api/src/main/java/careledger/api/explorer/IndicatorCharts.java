package careledger.api.explorer;

import careledger.answers.trend.Trend;
import careledger.api.explorer.IndicatorModel.ChartView;
import careledger.api.explorer.chart.ChartSize;
import careledger.api.explorer.chart.Drawing;
import careledger.api.explorer.chart.SingleFigures;
import careledger.api.explorer.chart.TrendDrawing;
import careledger.api.explorer.chart.TrendPicture;
import careledger.api.explorer.chart.TrendPictures;
import careledger.api.explorer.chart.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The pictures on the page of an indicator: one chart, or a small one for each part where there are many; parts with one
 * figure each are beside each other in one.
 */
final class IndicatorCharts {
    private final List<TrendPicture> pictures;
    private final Optional<SingleFigures> singles;

    IndicatorCharts(Trend trend, Window window, Address address) {
        boolean zero = address.choice("axis").filter("zero"::equals).isPresent();
        List<TrendPicture> all = trend.lines().isEmpty() || !TrendPictures.fits(trend)
                ? TrendPictures.each(trend, window)
                : List.of(TrendPictures.of(trend, window, IndicatorPage.COUNTRY, zero));
        this.pictures = all.stream().filter(picture -> !picture.empty()).toList();
        this.singles = trend.lines().isEmpty()
                ? Optional.empty()
                : SingleFigures.of(
                        trend.indicator().title() + ", "
                                + trend.lines().get(0).area().name(),
                        pictures);
    }

    /** The chart as a picture of its own; of many small ones the first. */
    Optional<Drawing> picture(ChartSize size) {
        return singles.map(dots -> dots.draw(size, "chart"))
                .or(() -> pictures.stream().findFirst().map(picture -> TrendDrawing.of(picture, size, "chart")));
    }

    /** The chart where one shows everything. */
    Optional<TrendPicture> only() {
        return pictures.size() == 1 ? Optional.of(pictures.get(0)) : Optional.empty();
    }

    boolean zoomable() {
        return only().filter(TrendPicture::zoomable).isPresent();
    }

    /** A picture in both widths, each with its id on the page. */
    static ChartView view(TrendPicture picture, String wide, String narrow) {
        return new ChartView(
                picture.title(),
                TrendDrawing.of(picture, ChartSize.WIDE, wide).svg(),
                TrendDrawing.of(picture, ChartSize.NARROW, narrow).svg());
    }

    List<ChartView> views() {
        if (singles.isPresent()) {
            SingleFigures dots = singles.get();
            return List.of(new ChartView(
                    dots.title(),
                    dots.draw(ChartSize.WIDE, "chart").svg(),
                    dots.draw(ChartSize.NARROW, "narrow").svg()));
        }
        if (only().isPresent()) {
            TrendPicture only = only().get();
            return List.of(view(only, "chart", "narrow"));
        }
        List<Drawing> drawings = TrendDrawing.small(pictures, "chart-");
        List<ChartView> views = new ArrayList<>();
        for (int i = 0; i < pictures.size(); i++) {
            views.add(new ChartView(pictures.get(i).title(), drawings.get(i).svg(), ""));
        }
        return views;
    }
}
