package careledger.etl.layout;

import careledger.schema.mapping.PrintedYear;
import careledger.schema.period.PeriodKind;
import careledger.schema.period.TimePeriod;
import java.time.Month;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Time as the Department's open data says it: a {@code time_period} of digits and a {@code time_identifier} in words. A
 * reporting year is the year that ends on 31 March of the year named.
 */
final class TidyTime {
    private TidyTime() {}

    /** @throws IllegalArgumentException with what was expected, where there is no such period */
    static TimePeriod parse(String period, String identifier) {
        String words = identifier.strip().toLowerCase(Locale.ROOT);
        return switch (words) {
            case "reporting year", "financial year" -> PrintedYear.parse(PeriodKind.FINANCIAL_YEAR, period);
            case "academic year" -> PrintedYear.parse(PeriodKind.ACADEMIC_YEAR, period);
            case "calendar year" -> PrintedYear.parse(PeriodKind.CALENDAR_YEAR, period);
            default -> partOfYear(period, identifier, words);
        };
    }

    private static TimePeriod partOfYear(String period, String identifier, String words) {
        Optional<Month> month = Arrays.stream(Month.values())
                .filter(one -> one.name().equalsIgnoreCase(words))
                .findFirst();
        if (month.isPresent()) {
            int year = PrintedYear.parse(PeriodKind.CALENDAR_YEAR, period).end().getYear();
            return TimePeriod.month(YearMonth.of(year, month.get()));
        }
        if (words.matches("financial year q[1-4]")) {
            int endYear =
                    PrintedYear.parse(PeriodKind.FINANCIAL_YEAR, period).end().getYear();
            return TimePeriod.quarter(endYear, words.charAt(words.length() - 1) - '0');
        }
        if (words.matches("calendar year q[1-4]")) {
            int year = PrintedYear.parse(PeriodKind.CALENDAR_YEAR, period).end().getYear();
            int quarter = words.charAt(words.length() - 1) - '0';
            return quarter == 1 ? TimePeriod.quarter(year, 4) : TimePeriod.quarter(year + 1, quarter - 1);
        }
        throw new IllegalArgumentException("'" + identifier
                + "' has no first and last day that all years share; expected Reporting year, Academic year, Financial"
                + " year, Calendar year, a quarter such as 'Financial year Q1', or a month such as 'January'");
    }
}
