package careledger.api.explorer;

import careledger.answers.judgement.FigurePeriod;
import careledger.answers.observation.Observation;
import careledger.schema.period.PeriodKind;
import java.time.LocalDate;
import java.time.Month;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A year that a search names. "2019" is every period that ends in it, and where there is none a year that begins in it;
 * "2018-19" is the financial and the school year of that name, and what was counted at its end.
 *
 * @param text as typed
 * @param first last day of the earliest period that may be meant
 * @param last last day of the latest period that may be meant
 */
record SearchYear(String text, boolean pair, int year, LocalDate first, LocalDate last) {
    private static final Pattern TYPED = Pattern.compile("(\\d{4})(?:[-/\u2013]\\d{2,4})?");
    private static final Month YEAR_END = Month.MARCH;

    /**
     * What a committee means by a year: whole years and days before quarters, periods that are printed before others, and
     * the end of March before other days.
     */
    private static final Comparator<Observation> MEANT = Comparator.comparing(
                    (Observation figure) -> isYear(figure) || figure.periodKind() == PeriodKind.SNAPSHOT)
            .thenComparing(FigurePeriod::printed)
            .thenComparing(figure -> isYear(figure) || figure.periodEnd().getMonth() == YEAR_END)
            .thenComparing(Observation::periodEnd)
            .thenComparing(Observation::period);

    static Optional<SearchYear> of(String typed) {
        Matcher parts = TYPED.matcher(typed);
        if (!parts.matches()) {
            return Optional.empty();
        }
        int year = Integer.parseInt(parts.group(1));
        boolean pair = typed.length() > 4;
        LocalDate first = pair ? LocalDate.of(year, Month.APRIL, 1) : LocalDate.of(year, Month.JANUARY, 1);
        return Optional.of(new SearchYear(typed, pair, year, first, LocalDate.of(year + 1, Month.AUGUST, 31)));
    }

    /** Of one indicator's figures the one that is meant, if it has a value. */
    Optional<Observation> figure(List<Observation> figures) {
        return figures.stream().filter(this::named).max(MEANT).or(() -> figures.stream()
                .filter(this::begins)
                .max(MEANT));
    }

    /** Whether a figure is for the year, or for one that begins in it. */
    boolean has(Observation figure) {
        return named(figure) || begins(figure);
    }

    private boolean named(Observation figure) {
        if (!pair) {
            return figure.periodEnd().getYear() == year;
        }
        return figure.periodKind() == PeriodKind.ACADEMIC_YEAR
                ? figure.periodStart().getYear() == year
                : !figure.periodEnd().isBefore(first)
                        && !figure.periodEnd().isAfter(LocalDate.of(year + 1, YEAR_END, 31));
    }

    private boolean begins(Observation figure) {
        return !pair && isYear(figure) && figure.periodStart().getYear() == year;
    }

    private static boolean isYear(Observation figure) {
        return switch (figure.periodKind()) {
            case FINANCIAL_YEAR, ACADEMIC_YEAR, CALENDAR_YEAR -> true;
            default -> false;
        };
    }
}
