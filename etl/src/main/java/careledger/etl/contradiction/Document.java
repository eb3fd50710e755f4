package careledger.etl.contradiction;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What one document prints of one area: figures that were measured. */
record Document(List<PrintedFigure> figures) {
    Document {
        figures = figures.stream()
                .filter(PrintedFigure::measured)
                .sorted(Comparator.comparing(PrintedFigure::file)
                        .thenComparing(PrintedFigure::line)
                        .thenComparing(PrintedFigure::claim))
                .toList();
    }

    Stream<PrintedFigure> where(Predicate<PrintedFigure> wanted) {
        return figures.stream().filter(wanted);
    }

    /** Exact figures of an indicator and breakdown. */
    Stream<PrintedFigure> exact(String indicator, String breakdown) {
        return where(figure -> figure.exact()
                && figure.indicator().equals(indicator)
                && figure.breakdown().equals(breakdown));
    }

    /** The one printed nearest to a figure, of an indicator, breakdown and the period of that figure. */
    Optional<PrintedFigure> nearest(PrintedFigure to, String indicator, String breakdown) {
        return nearest(
                to, exact(indicator, breakdown).filter(one -> one.period().equals(to.period())));
    }

    static Optional<PrintedFigure> nearest(PrintedFigure to, Stream<PrintedFigure> candidates) {
        return candidates.min(Comparator.comparingInt(to::distanceTo)
                .thenComparing(PrintedFigure::file)
                .thenComparing(PrintedFigure::line)
                .thenComparing(PrintedFigure::claim));
    }
}
