package careledger.etl.contradiction;

import java.math.BigDecimal;
import java.math.MathContext;

/** Between what a rounded figure may lie, ends included. */
record Span(BigDecimal low, BigDecimal high) {
    static final Span ZERO = new Span(BigDecimal.ZERO, BigDecimal.ZERO);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal SLACK = new BigDecimal("0.000000001");

    Span plus(Span other) {
        return new Span(low.add(other.low), high.add(other.high));
    }

    Span minus(Span other) {
        return new Span(low.subtract(other.high), high.subtract(other.low));
    }

    /** As a percentage of what lies in another span of numbers above 0. */
    Span percentOf(Span whole) {
        return new Span(
                percent(low, low.signum() < 0 ? whole.low : whole.high),
                percent(high, high.signum() < 0 ? whole.high : whole.low));
    }

    Span absolute() {
        return low.signum() >= 0 ? this : new Span(high.signum() >= 0 ? BigDecimal.ZERO : high.negate(), low.negate());
    }

    boolean meets(Span other) {
        return low.subtract(SLACK).compareTo(other.high) <= 0
                && other.low.subtract(SLACK).compareTo(high) <= 0;
    }

    boolean isAbove(Span other) {
        return low.subtract(SLACK).compareTo(other.high) > 0;
    }

    /** Whether all of it is above 0. */
    boolean isPositive() {
        return low.signum() > 0;
    }

    private static BigDecimal percent(BigDecimal part, BigDecimal whole) {
        return part.multiply(HUNDRED).divide(whole, MathContext.DECIMAL64);
    }
}
