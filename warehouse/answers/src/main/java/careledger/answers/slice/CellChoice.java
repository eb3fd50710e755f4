package careledger.answers.slice;

import careledger.answers.observation.Observation;
import careledger.answers.query.ArgumentPath;
import careledger.answers.query.InvalidArgument;
import careledger.answers.query.InvalidQueryException;
import careledger.schema.observation.ObsStatus;
import careledger.schema.observation.ValueKind;
import java.time.Month;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** Decides which figure a cell shows. Only the periods of one reporting year may compete; all else is refused. */
final class CellChoice {
    /** A figure before a symbol; then the one that ends last; of these, the one that begins first. */
    private static final Comparator<Observation> LAST_THEN_LONGEST = Comparator.comparing(
                    (Observation figure) -> figure.status() == ObsStatus.NORMAL)
            .thenComparing(Observation::periodEnd)
            .thenComparing(Observation::periodStart, Comparator.reverseOrder());

    private final SliceQuery question;

    CellChoice(SliceQuery question) {
        this.question = question;
    }

    /** @throws InvalidQueryException that names the axes to add, where figures of different things fall into one cell */
    Observation of(List<Observation> figures) {
        if (figures.size() == 1) {
            return figures.get(0);
        }
        List<SliceAxis> missing = new ArrayList<>();
        tellApart(figures, SliceAxis.INDICATOR, Observation::indicator, missing);
        tellApart(figures, SliceAxis.AREA, Observation::area, missing);
        tellApart(figures, SliceAxis.BREAKDOWN, Observation::breakdown, missing);
        tellApart(figures, SliceAxis.VALUE_KIND, CellChoice::kindClass, missing);
        boolean mayChoosePeriod = question.uses(SliceAxis.REPORTING_YEAR);
        if (!mayChoosePeriod) {
            tellApart(figures, SliceAxis.PERIOD, Observation::period, missing);
        }
        refuse(figures, missing);
        Observation last = figures.stream().max(LAST_THEN_LONGEST).orElseThrow();
        List<Observation> ofThatPeriod = figures.stream()
                .filter(figure -> figure.period().equals(last.period()))
                .toList();
        if (ofThatPeriod.size() > 1) {
            tellApart(ofThatPeriod, SliceAxis.SOURCE, Observation::source, missing);
            tellApart(
                    ofThatPeriod,
                    SliceAxis.VALUE_KIND,
                    figure -> figure.valueKind().name(),
                    missing);
            refuse(ofThatPeriod, missing);
            throw refused(ofThatPeriod, "Ask with headlineOnly: true, or of fewer sources.");
        }
        return last;
    }

    /** A whole year of some kind, or the day on which the financial year ends. */
    static boolean ofWholeYear(Observation figure) {
        return switch (figure.periodKind()) {
            case FINANCIAL_YEAR, ACADEMIC_YEAR, CALENDAR_YEAR -> true;
            case SNAPSHOT ->
                figure.periodEnd().getMonth() == Month.MARCH
                        && figure.periodEnd().getDayOfMonth() == 31;
            case MONTH, QUARTER, MULTI_YEAR, OTHER -> false;
        };
    }

    /** Actual, provisional and repeated figures say the same kind of thing. */
    private static String kindClass(Observation figure) {
        return switch (figure.valueKind()) {
            case ACTUAL, PROVISIONAL, PREVIOUSLY_REPORTED -> ValueKind.ACTUAL.name();
            case TARGET, FORECAST -> figure.valueKind().name();
        };
    }

    private void tellApart(
            List<Observation> figures,
            SliceAxis axis,
            Function<Observation, String> property,
            List<SliceAxis> missing) {
        if (!question.uses(axis) && figures.stream().map(property).distinct().count() > 1) {
            missing.add(axis);
        }
    }

    private static void refuse(List<Observation> figures, List<SliceAxis> missing) {
        if (!missing.isEmpty()) {
            String axes =
                    String.join(" and ", missing.stream().map(SliceAxis::name).toList());
            throw refused(figures, "Add " + axes + " to rows or columns, or narrow the filter.");
        }
    }

    private static InvalidQueryException refused(List<Observation> figures, String hint) {
        return new InvalidQueryException(InvalidArgument.badInput(
                ArgumentPath.of("slice", "rows"),
                figures.size() + " figures fall into one cell, such as "
                        + figures.get(0).id() + " and " + figures.get(1).id() + ".",
                hint));
    }
}
