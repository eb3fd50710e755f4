package careledger.answers.judgement;

import careledger.answers.observation.Observation;
import careledger.schema.period.PeriodKind;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a committee means by the figure: of whole years and days of the year before quarters, and months last. One figure of
 * many, wherever one is shown, is chosen by it, as the line of a trend is.
 */
public final class UsualPeriods {
    /** Kinds of periods, those that are meant first. */
    public static final List<List<PeriodKind>> FIRST = List.of(
            List.of(PeriodKind.SNAPSHOT, PeriodKind.FINANCIAL_YEAR, PeriodKind.ACADEMIC_YEAR, PeriodKind.CALENDAR_YEAR),
            List.of(PeriodKind.QUARTER),
            List.of(PeriodKind.MULTI_YEAR),
            List.of(PeriodKind.OTHER),
            List.of(PeriodKind.MONTH));

    /** The figure that is meant last: one with a value after one without, then by kind of period, then the newest. */
    public static final Comparator<Observation> MEANT_LAST = Comparator.comparing(
                    (Observation figure) -> figure.value() != null)
            .thenComparing(figure -> -place(figure.periodKind()))
            .thenComparing(Observation::periodEnd)
            .thenComparing(Observation::period);

    private UsualPeriods() {}

    private static int place(PeriodKind kind) {
        return IntStream.range(0, FIRST.size())
                .filter(place -> FIRST.get(place).contains(kind))
                .findFirst()
                .orElse(FIRST.size());
    }
}
