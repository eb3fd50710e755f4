package careledger.etl.contradiction;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One count under two dates, which is rarely right: 465 of 599 in March and in June. */
final class SameCount {
    /** Smaller counts are the same by chance too often. */
    private static final BigDecimal LEAST = BigDecimal.valueOf(30);

    private SameCount() {}

    static Stream<Doubt> in(Document documents) {
        return documents
                .where(figure -> figure.numerator()
                        .filter(count -> count.compareTo(LEAST) >= 0)
                        .isPresent())
                .flatMap(figure -> documents
                        .exact(figure.indicator(), figure.breakdown())
                        .filter(other -> suspicious(figure, other))
                        .collect(Collectors.groupingBy(PrintedFigure::period, LinkedHashMap::new, Collectors.toList()))
                        .values()
                        .stream()
                        .flatMap(ofOneDate -> Document.nearest(figure, ofOneDate.stream()).stream())
                        .map(other -> new Doubt(figure, note(figure, other))));
    }

    private static String note(PrintedFigure figure, PrintedFigure other) {
        String document = other.source().equals(figure.source()) ? "" : other.source() + ", ";
        return "the count " + plain(figure.numerator().orElseThrow()) + " is also printed for "
                + other.period().label() + ", as " + other.text() + " (" + document + other.locator() + ")";
    }

    private static boolean suspicious(PrintedFigure figure, PrintedFigure other) {
        boolean known = !other.publishedOn().isAfter(figure.publishedOn());
        boolean bases = figure.denominator().isEmpty()
                || other.denominator().isEmpty()
                || figure.denominator().get().compareTo(other.denominator().get()) == 0;
        return known
                && bases
                && !other.period().end().equals(figure.period().end())
                && other.numerator()
                        .filter(count -> count.compareTo(figure.numerator().orElseThrow()) == 0)
                        .isPresent();
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
