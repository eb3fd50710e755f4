package careledger.etl.layout;

import careledger.schema.mapping.PrintedPeriod;
import careledger.schema.mapping.PrintedYear;
import careledger.schema.mapping.YearKind;
import careledger.schema.period.PeriodKind;
import careledger.schema.period.PrintedDay;
import careledger.schema.period.TimePeriod;
import java.time.Month;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Time as the Department's open data says it: a {@code time_period} of digits and a {@code time_identifier} in words. A
 * reporting year is the year that ends on 31 March of the year named.
 */
final class TidyTime {
    private TidyTime() {}

    /**
     * @param reportingYear what a reporting year is, where it is not the financial year
     * @throws IllegalArgumentException with what was expected, where there is no such period
     */
    static TimePeriod parse(String period, String identifier, Optional<YearKind> reportingYear) {
        String words = identifier.strip().toLowerCase(Locale.ROOT);
        return switch (words) {
            case "reporting year" ->
                reportingYear
                        .map(kind ->
                                PrintedPeriod.parse(period, kind, List.of()).period())
                        .orElseGet(() -> PrintedYear.parse(PeriodKind.FINANCIAL_YEAR, period));
            case "day", "date", "as at", "snapshot" -> day(period);
            case "month" -> month(period);
            case "financial year" -> PrintedYear.parse(PeriodKind.FINANCIAL_YEAR, period);
            case "academic year" -> PrintedYear.parse(PeriodKind.ACADEMIC_YEAR, period);
            case "calendar year" -> PrintedYear.parse(PeriodKind.CALENDAR_YEAR, period);
            default -> partOfYear(period, identifier, words);
        };
    }

    private static TimePeriod day(String period) {
        return PrintedDay.parse(period)
                .map(TimePeriod::snapshot)
                .orElseThrow(() -> new IllegalArgumentException(
                        "'" + period + "' is no day; expected one such as 2020-03-31, 31/03/2020 or 31 March 2020"));
    }

    private static TimePeriod month(String period) {
        return PrintedDay.parseMonth(period)
                .map(TimePeriod::month)
                .orElseThrow(() -> new IllegalArgumentException(
                        "'" + period + "' is no month; expected one such as March 2020 or Mar-20"));
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
        throw new IllegalArgumentException(
                "'" + identifier
                        + "' has no first and last day that all years share; expected Reporting year, Academic year, Financial"
                        + " year, Calendar year, a quarter such as 'Financial year Q1', a month such as 'January', Month, or Day'");
    }
}
