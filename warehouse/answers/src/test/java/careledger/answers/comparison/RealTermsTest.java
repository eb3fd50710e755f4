package careledger.answers.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import careledger.answers.observation.Observation;
import careledger.answers.scorecard.Samples;
import careledger.schema.catalogue.Polarity;
import careledger.schema.catalogue.Unit;
import careledger.schema.observation.ValueKind;
import careledger.schema.star.ObservationColumn;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The rule itself: no index of prices is loaded. */
class RealTermsTest {
    private final List<Observation> prices = List.of(price("FY2022-23", 90, "one"), price("FY2023-24", 100, "one"));

    @Test
    void amountIsInThePricesOfTheNewestYear() {
        List<ComputedFigure> rows =
                new RealTerms(prices).of(List.of(amount("FY2022-23", 900), amount("FY2023-24", 1000)));

        assertThat(rows).extracting(ComputedFigure::valueText).containsExactly("£1,000", "£1,000");
        assertThat(rows).extracting(ComputedFigure::unit).containsOnly("£ in the prices of 2023-24");
        assertThat(rows.get(0).claims()).hasSize(3);
        assertThat(rows.get(0).rule())
                .startsWith("Worked out, not published: £900 in 2022-23, times 100 (Measure, 2023-24), divided by 90"
                        + " (2022-23).");
    }

    @Test
    void provisionalPriceIsFlagged() {
        List<Observation> provisional =
                List.of(prices.get(0), prices.get(1).with(Map.of(ObservationColumn.VALUE_KIND, ValueKind.PROVISIONAL)));

        assertThat(new RealTerms(provisional).of(List.of(amount("FY2022-23", 900))))
                .extracting(ComputedFigure::provisional)
                .containsExactly(true);
    }

    @Test
    void yearWithoutAPriceOrOfAnotherIndexHasNone() {
        assertThat(new RealTerms(prices).of(List.of(amount("FY2021-22", 900)))).isEmpty();
        assertThat(new RealTerms(List.of(price("FY2022-23", 90, "other"), prices.get(1)))
                        .of(List.of(amount("FY2022-23", 900))))
                .isEmpty();
    }

    @Test
    void withoutAnIndexItIsSaid() {
        assertThat(new RealTerms(List.of()).note("gdp_deflator_index", List.of(amount("FY2022-23", 900))))
                .get()
                .asString()
                .startsWith("Nothing is given in real terms: no index of prices ('gdp_deflator_index') is loaded");
        assertThat(new RealTerms(prices).note("gdp_deflator_index", List.of(amount("FY2022-23", 900))))
                .isEmpty();
    }

    private static Observation amount(String year, double pounds) {
        return Samples.figure("E10000018", "Leicestershire", year, Unit.GBP, Polarity.NONE, pounds, "spend")
                .with(Map.of(
                        ObservationColumn.ID, "spend/" + year,
                        ObservationColumn.CLAIM, "spend/" + year));
    }

    private static Observation price(String year, double index, String segment) {
        return Samples.figure("E92000001", "England", year, Unit.INDEX, Polarity.NONE, index, segment)
                .with(Map.of(
                        ObservationColumn.ID, "price/" + year,
                        ObservationColumn.CLAIM, "price/" + year));
    }
}
