package careledger.etl.contradiction;

import careledger.schema.catalogue.Unit;
import careledger.schema.consistency.Relations;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.stream.Stream;

/** A percentage that does not follow from its count and a base that the document prints elsewhere. */
final class ShareOfBase {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private ShareOfBase() {}

    static Stream<Doubt> in(Document document, Relations relations) {
        return document.where(figure -> figure.unit() == Unit.PERCENT
                        && figure.exact()
                        && figure.denominator().isEmpty())
                .flatMap(figure -> repeated(figure, document)
                        .or(() -> relations.share(figure.indicator()).flatMap(share -> doubt(figure, share, document)))
                        .stream());
    }

    /** Against the count and base that are printed where the same figure is given again. */
    private static Optional<Doubt> repeated(PrintedFigure figure, Document document) {
        return Document.nearest(
                        figure,
                        document.exact(figure.indicator(), figure.breakdown())
                                .filter(other -> other.period().equals(figure.period())
                                        && other.definition().equals(figure.definition())
                                        && other.agreesWith(figure)
                                        && other.numerator().isPresent()
                                        && other.denominator()
                                                .filter(base -> base.signum() > 0)
                                                .isPresent()))
                .flatMap(other -> {
                    BigDecimal part = other.numerator().orElseThrow();
                    BigDecimal whole = other.denominator().orElseThrow();
                    BigDecimal exact = percent(part, whole);
                    return figure.span().meets(new Span(exact, exact))
                            ? Optional.empty()
                            : Optional.of(new Doubt(
                                    figure,
                                    "printed " + figure.text() + ", but " + part.toBigInteger() + " of "
                                            + whole.toBigInteger() + " (" + other.locator() + ") is "
                                            + shown(exact, figure)));
                });
    }

    private static Optional<Doubt> doubt(PrintedFigure figure, Relations.Share share, Document document) {
        Optional<BigDecimal> part = figure.numerator().or(() -> share.part()
                .flatMap(counted -> document.nearest(figure, counted, figure.breakdown()))
                .map(PrintedFigure::value));
        Optional<PrintedFigure> whole = document.nearest(figure, share.whole(), "total")
                .filter(base -> base.value().signum() > 0);
        if (part.isEmpty() || whole.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal exact = percent(part.get(), whole.get().value());
        return figure.span().meets(new Span(exact, exact))
                ? Optional.empty()
                : Optional.of(new Doubt(
                        figure,
                        "printed " + figure.text() + ", but " + part.get().toBigInteger() + " of the "
                                + whole.get().placed() + " is " + shown(exact, figure)));
    }

    static BigDecimal percent(BigDecimal part, BigDecimal whole) {
        return part.multiply(HUNDRED).divide(whole, 15, RoundingMode.HALF_UP);
    }

    /** To the printed decimals, or to one more where that shows better how far it is off. */
    private static String shown(BigDecimal exact, PrintedFigure figure) {
        return exact.setScale(Math.max(1, figure.value().scale()), RoundingMode.HALF_UP) + "%";
    }
}
