package careledger.answers.comparison;

import careledger.answers.observation.Observation;
import careledger.schema.period.PeriodKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Figures of whole years, or of one day of each year, one year after the other. */
final class Years {
    private static final Set<PeriodKind> YEARLY = EnumSet.of(
            PeriodKind.SNAPSHOT, PeriodKind.FINANCIAL_YEAR, PeriodKind.ACADEMIC_YEAR, PeriodKind.CALENDAR_YEAR);

    private Years() {}

    static boolean yearly(Observation figure) {
        return YEARLY.contains(figure.periodKind());
    }

    /** The figure of the same day of the year, so many years before; of figures of one kind of period and segment. */
    static Optional<Observation> before(Observation figure, int years, List<Observation> run) {
        return run.stream()
                .filter(other -> other.periodEnd().equals(figure.periodEnd().minusYears(years))
                        && other.periodKind() == figure.periodKind()
                        && other.segment().equals(figure.segment()))
                .findFirst();
    }
}
