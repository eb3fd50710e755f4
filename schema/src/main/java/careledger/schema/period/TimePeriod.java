package careledger.schema.period;

import careledger.schema.text.Dashes;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A period of time that a figure is about, both days included. The id says everything: {@code 2020-03-31} (snapshot),
 * {@code FY2019-20}, {@code FY2019-20-Q1}, {@code AY2018-19}, {@code CY2018}, {@code 2019-06} (month),
 * {@code 2018-04-01..2020-03-31} (several whole years, or other).
 */
public record TimePeriod(PeriodKind kind, LocalDate start, LocalDate end) {
    private static final DateTimeFormatter ISO_DAY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter LONG_DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
    private static final DateTimeFormatter LONG_MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.UK);
    private static final Pattern YEAR = Pattern.compile("(FY|AY)(\\d{4})-(\\d{2})(?:-Q([1-4]))?");
    private static final Pattern CALENDAR = Pattern.compile("CY(\\d{4})");
    private static final Pattern MONTH_ID = Pattern.compile("(\\d{4})-(\\d{2})");
    /** The ids that periods have, for messages. */
    public static final String GRAMMAR =
            "a day '2020-03-31', a financial year 'FY2019-20', a quarter 'FY2019-20-Q1', an academic year 'AY2018-19',"
                    + " a calendar year 'CY2018', a month '2019-06' or a range '2018-04-01..2020-03-31'";

    public TimePeriod {
        if (end.isBefore(start)) {
            throw new IllegalArgumentException("the period ends on " + end + ", before it starts on " + start);
        }
        if (!fits(kind, start, end)) {
            throw new IllegalArgumentException(start + " to " + end + " is not " + describe(kind));
        }
    }

    /** The range unchanged: several whole years, or other. */
    public static TimePeriod range(LocalDate start, LocalDate end) {
        return new TimePeriod(wholeYears(start, end) ? PeriodKind.MULTI_YEAR : PeriodKind.OTHER, start, end);
    }

    public static TimePeriod snapshot(LocalDate day) {
        return new TimePeriod(PeriodKind.SNAPSHOT, day, day);
    }

    /** @param endYear the year in which it ends: 2020 is 2019-20 */
    public static TimePeriod financialYear(int endYear) {
        return new TimePeriod(
                PeriodKind.FINANCIAL_YEAR, LocalDate.of(endYear - 1, Month.APRIL, 1), LocalDate.of(endYear, 3, 31));
    }

    /** @param endYear the year in which it ends: 2019 is 2018-19 */
    public static TimePeriod academicYear(int endYear) {
        return new TimePeriod(
                PeriodKind.ACADEMIC_YEAR, LocalDate.of(endYear - 1, Month.SEPTEMBER, 1), LocalDate.of(endYear, 8, 31));
    }

    public static TimePeriod calendarYear(int year) {
        return new TimePeriod(PeriodKind.CALENDAR_YEAR, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }

    public static TimePeriod month(YearMonth month) {
        return new TimePeriod(PeriodKind.MONTH, month.atDay(1), month.atEndOfMonth());
    }

    /** @param quarter 1 is April to June */
    public static TimePeriod quarter(int endYear, int quarter) {
        LocalDate start = LocalDate.of(endYear - 1, Month.APRIL, 1).plusMonths(3L * (quarter - 1));
        return new TimePeriod(PeriodKind.QUARTER, start, start.plusMonths(3).minusDays(1));
    }

    /** A period as claims print it. MULTI_YEAR and OTHER are distinguished by their dates alone. */
    public static TimePeriod of(PeriodKind kind, LocalDate start, LocalDate end) {
        return kind == PeriodKind.MULTI_YEAR || kind == PeriodKind.OTHER
                ? range(start, end)
                : new TimePeriod(kind, start, end);
    }

    /** @throws IllegalArgumentException with what is wrong, or the grammar, where the text is no period */
    public static TimePeriod parse(String text) {
        String id = Dashes.plain(text);
        int dots = id.indexOf("..");
        if (dots > 0) {
            return range(day(id.substring(0, dots)), day(id.substring(dots + 2)));
        }
        Matcher year = YEAR.matcher(id);
        if (year.matches()) {
            return year(year, id);
        }
        Matcher calendar = CALENDAR.matcher(id);
        if (calendar.matches()) {
            return calendarYear(Integer.parseInt(calendar.group(1)));
        }
        Matcher month = MONTH_ID.matcher(id);
        if (month.matches() && Integer.parseInt(month.group(2)) >= 1 && Integer.parseInt(month.group(2)) <= 12) {
            return month(YearMonth.of(Integer.parseInt(month.group(1)), Integer.parseInt(month.group(2))));
        }
        return snapshot(day(id));
    }

    /** A day written 2020-03-31. @throws IllegalArgumentException where there is no such day */
    public static LocalDate day(String text) {
        try {
            return LocalDate.parse(text, ISO_DAY);
        } catch (DateTimeException e) {
            if (text.matches("\\d{4}-\\d{2}-\\d{2}")) {
                throw new IllegalArgumentException("there is no day " + text + " in the calendar", e);
            }
            throw new IllegalArgumentException("'" + text + "' is no period; expected " + GRAMMAR, e);
        }
    }

    public String id() {
        return switch (kind) {
            case SNAPSHOT -> end.toString();
            case MONTH -> YearMonth.from(start).toString();
            case QUARTER -> "FY" + yearPair() + "-Q" + quarterOfYear();
            case FINANCIAL_YEAR -> "FY" + yearPair();
            case ACADEMIC_YEAR -> "AY" + pair(start.getYear());
            case CALENDAR_YEAR -> "CY" + start.getYear();
            case MULTI_YEAR, OTHER -> start + ".." + end;
        };
    }

    /** As a person reads it: "31 March 2020", "2019-20", "Q1 2019-20", "2018-19 school year". */
    public String label() {
        return switch (kind) {
            case SNAPSHOT -> LONG_DAY.format(end);
            case MONTH -> LONG_MONTH.format(start);
            case QUARTER -> "Q" + quarterOfYear() + " " + yearPair();
            case FINANCIAL_YEAR -> yearPair();
            case ACADEMIC_YEAR -> pair(start.getYear()) + " school year";
            case CALENDAR_YEAR -> Integer.toString(start.getYear());
            case MULTI_YEAR, OTHER ->
                start.equals(end)
                        ? "about " + LONG_DAY.format(end)
                        : LONG_DAY.format(start) + " to " + LONG_DAY.format(end);
        };
    }

    /** The financial year, named by the year in which it ends, that holds the last day: 2020 is 2019-20. */
    public int reportingYear() {
        return financialYearEnding(end);
    }

    private String yearPair() {
        return pair(financialYearEnding(end) - 1);
    }

    private int quarterOfYear() {
        return (start.getMonthValue() + 8) % 12 / 3 + 1;
    }

    private static int financialYearEnding(LocalDate day) {
        return day.getMonthValue() >= Month.APRIL.getValue() ? day.getYear() + 1 : day.getYear();
    }

    private static String pair(int startYear) {
        int end = (startYear + 1) % 100;
        return startYear + (end < 10 ? "-0" : "-") + end;
    }

    private static TimePeriod year(Matcher year, String id) {
        int startYear = Integer.parseInt(year.group(2));
        if (Integer.parseInt(year.group(3)) != (startYear + 1) % 100) {
            throw new IllegalArgumentException("'" + id + "' does not name two years that follow each other; expected "
                    + year.group(1) + pair(startYear));
        }
        if (year.group(1).equals("AY")) {
            if (year.group(4) != null) {
                throw new IllegalArgumentException("'" + id + "': only financial years have quarters here");
            }
            return academicYear(startYear + 1);
        }
        return year.group(4) == null
                ? financialYear(startYear + 1)
                : quarter(startYear + 1, Integer.parseInt(year.group(4)));
    }

    private static boolean fits(PeriodKind kind, LocalDate start, LocalDate end) {
        return switch (kind) {
            case SNAPSHOT -> start.equals(end);
            case MONTH -> start.getDayOfMonth() == 1 && start.plusMonths(1).equals(end.plusDays(1));
            case QUARTER ->
                start.getDayOfMonth() == 1
                        && start.getMonthValue() % 3 == 1
                        && start.plusMonths(3).equals(end.plusDays(1));
            case FINANCIAL_YEAR -> wholeYearFrom(start, end, 4);
            case ACADEMIC_YEAR -> wholeYearFrom(start, end, 9);
            case CALENDAR_YEAR -> wholeYearFrom(start, end, 1);
            case MULTI_YEAR -> wholeYears(start, end);
            case OTHER -> !wholeYears(start, end);
        };
    }

    private static boolean wholeYearFrom(LocalDate start, LocalDate end, int month) {
        return start.getDayOfMonth() == 1
                && start.getMonthValue() == month
                && start.plusYears(1).equals(end.plusDays(1));
    }

    private static boolean wholeYears(LocalDate start, LocalDate end) {
        int years = end.plusDays(1).getYear() - start.getYear();
        return years >= 2
                && start.getDayOfMonth() == 1
                && start.plusYears(years).equals(end.plusDays(1));
    }

    private static String describe(PeriodKind kind) {
        return switch (kind) {
            case SNAPSHOT -> "a single day";
            case MONTH -> "a whole month";
            case QUARTER -> "a whole quarter";
            case FINANCIAL_YEAR -> "a financial year (1 April to 31 March)";
            case ACADEMIC_YEAR -> "an academic year (1 September to 31 August)";
            case CALENDAR_YEAR -> "a calendar year (1 January to 31 December)";
            case MULTI_YEAR -> "two or more whole years";
            case OTHER -> "other than several whole years";
        };
    }
}
