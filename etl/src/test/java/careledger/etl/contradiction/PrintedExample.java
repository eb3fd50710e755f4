package careledger.etl.contradiction;

import careledger.schema.catalogue.Unit;
import careledger.schema.observation.ValueKind;
import careledger.schema.period.TimePeriod;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A figure of a report of October 2020, with what else a test says of it. */
record PrintedExample(
        String claim,
        String indicator,
        String period,
        String breakdown,
        String value,
        @Nullable String numerator,
        @Nullable String denominator,
        @Nullable String qualifier,
        String source,
        LocalDate publishedOn,
        int line) {
    static PrintedExample figure(String claim, String indicator, String period, String breakdown, String value) {
        return new PrintedExample(
                claim, indicator, period, breakdown, value, null, null, null, "report", LocalDate.of(2020, 10, 1), 1);
    }

    PrintedExample of(String part, @Nullable String whole) {
        return new PrintedExample(
                claim, indicator, period, breakdown, value, part, whole, qualifier, source, publishedOn, line);
    }

    PrintedExample word(String printed) {
        return new PrintedExample(
                claim, indicator, period, breakdown, value, numerator, denominator, printed, source, publishedOn, line);
    }

    PrintedExample onLine(int other) {
        return new PrintedExample(
                claim,
                indicator,
                period,
                breakdown,
                value,
                numerator,
                denominator,
                qualifier,
                source,
                publishedOn,
                other);
    }

    PrintedExample in(String other, LocalDate day) {
        return new PrintedExample(
                claim, indicator, period, breakdown, value, numerator, denominator, qualifier, other, day, line);
    }

    PrintedFigure printed() {
        return new PrintedFigure(
                claim,
                source,
                publishedOn,
                indicator,
                unit(),
                indicator + "/published",
                TimePeriod.parse(period),
                breakdown,
                ValueKind.ACTUAL,
                new BigDecimal(value),
                Optional.ofNullable(numerator).map(BigDecimal::new),
                Optional.ofNullable(denominator).map(BigDecimal::new),
                Optional.ofNullable(qualifier),
                "claims.csv",
                line,
                "line " + line);
    }

    private Unit unit() {
        if (indicator.endsWith("_pct")) {
            return Unit.PERCENT;
        }
        return indicator.endsWith("per_10k") ? Unit.RATE_PER_10K : Unit.COUNT;
    }
}
