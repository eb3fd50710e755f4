package careledger.api.explorer.chart;

import static org.assertj.core.api.Assertions.assertThat;

import careledger.api.explorer.chart.TrendPicture.ChartLine;
import careledger.api.explorer.chart.TrendPicture.ChartPoint;
import careledger.api.explorer.chart.TrendPicture.Role;
import careledger.schema.catalogue.Unit;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Many charts of one dot each say less than the dots beside each other. */
class SingleFiguresTest {
    @Test
    void partsWithOneFigureEachAreOnePicture() {
        SingleFigures dots = SingleFigures.of(
                        "Cost, Leicestershire",
                        List.of(part("Foster care", 549, "in 2020"), part("Residential care", 4100, "in 2020")))
                .orElseThrow();
        String wide = dots.draw(ChartSize.WIDE, "chart").svg();

        assertThat(dots.title()).isEqualTo("Cost, Leicestershire, in 2020");
        assertThat(wide)
                .contains("From top to bottom: Foster care £549, Residential care £4100.")
                .contains("data-figure=\"Foster care\"", "data-figure=\"Residential care\"")
                .containsOnlyOnce("<svg");
        assertThat(dots.draw(ChartSize.NARROW, "narrow").svg()).contains("viewBox=\"0 0 360 ");
    }

    @Test
    void figuresOfDifferentTimesSayWhen() {
        SingleFigures dots = SingleFigures.of(
                        "Cost, Leicestershire",
                        List.of(part("Foster care", 549, "in 2019"), part("Residential care", 4100, "in 2020")))
                .orElseThrow();

        assertThat(dots.title()).isEqualTo("Cost, Leicestershire");
        assertThat(dots.draw(ChartSize.WIDE, "chart").svg()).contains("Foster care, in 2019 £549");
    }

    @Test
    void aPartWithTwoFiguresKeepsItsLine() {
        assertThat(SingleFigures.of("Cost", List.of(part("A", 1, "in 2019"), part("B", 2, "in 2019", "in 2020"))))
                .isEmpty();
        assertThat(SingleFigures.of("Cost", List.of(part("A", 1, "in 2019")))).isEmpty();
    }

    private static TrendPicture part(String name, double value, String... times) {
        List<ChartPoint> points = Stream.of(times)
                .map(when ->
                        new ChartPoint(name, LocalDate.of(2020, 3, 31), value, "£" + (int) value, when, false, false))
                .toList();
        return new TrendPicture(
                name,
                "",
                "Pounds",
                "",
                false,
                3,
                31,
                Unit.GBP,
                true,
                List.of(new ChartLine(name, Role.FOCUS, List.of(points))),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }
}
