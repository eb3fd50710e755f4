package careledger.etl.contradiction;

import java.util.stream.Stream;

/** One document that prints two figures of the same thing. */
final class TwoValues {
    private TwoValues() {}

    static Stream<Doubt> in(Document document) {
        return document.where(PrintedFigure::exact)
                .flatMap(figure -> document.exact(figure.indicator(), figure.breakdown())
                        .filter(other -> contradicts(figure, other))
                        .map(other -> new Doubt(figure, "the document also prints " + other.placed())));
    }

    private static boolean contradicts(PrintedFigure one, PrintedFigure other) {
        return one.period().equals(other.period())
                && one.definition().equals(other.definition())
                && !one.small()
                && !other.small()
                && !one.agreesWith(other);
    }
}
