package careledger.etl.contradiction;

import careledger.schema.catalogue.Unit;
import java.math.BigDecimal;
import java.util.stream.Stream;

/** A percentage that does not follow from its own base, and follows from that of another period. */
final class OtherBase {
    private OtherBase() {}

    static Stream<Doubt> in(Document document) {
        return document.where(figure -> figure.unit() == Unit.PERCENT
                        && figure.numerator().isPresent()
                        && figure.denominator().isPresent()
                        && !follows(figure, figure.denominator().get()))
                .flatMap(figure -> Document.nearest(
                        figure,
                        document.exact(figure.indicator(), figure.breakdown())
                                .filter(other -> !other.period().equals(figure.period()))
                                .filter(other -> other.denominator()
                                        .filter(base -> follows(figure, base))
                                        .isPresent()))
                        .map(other -> new Doubt(
                                figure,
                                "it is the percentage of "
                                        + other.denominator().orElseThrow().toBigInteger() + ", the base of "
                                        + other.period().label()))
                        .stream());
    }

    private static boolean follows(PrintedFigure figure, BigDecimal base) {
        if (base.signum() == 0) {
            return true;
        }
        BigDecimal exact = ShareOfBase.percent(figure.numerator().orElseThrow(), base);
        return figure.span().meets(new Span(exact, exact));
    }
}
