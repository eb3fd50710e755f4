package careledger.schema.mapping;

import careledger.schema.observation.ValueKind;
import careledger.schema.period.PrintedDay;
import careledger.schema.period.TimePeriod;
import careledger.schema.text.Dashes;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A period as a column of a long table prints it, with the meaning of the words after it.
 *
 * @param suffix empty where nothing follows the year
 */
public record PrintedPeriod(TimePeriod period, Optional<PeriodSuffix> suffix) {
    private static final Pattern ONE = Pattern.compile("[0-9]{4}");
    private static final Pattern PAIR = Pattern.compile("([0-9]{4})\\s*[-/]\\s*([0-9]|[0-9]{2}|[0-9]{4})");
    private static final Pattern SEVERAL =
            Pattern.compile("([0-9]{4})/([0-9]{2})\\s*-\\s*([0-9]{2}|[0-9]{4})/([0-9]{2})");
    private static final Pattern QUARTER = Pattern.compile("([0-9]{4}(?:[-/](?:[0-9]{2}|[0-9]{4}))?)[- ]+Q([1-4])");
    private static final Pattern QUARTER_FIRST = Pattern.compile("Q([1-4])[ -]+([0-9]{4}(?:[-/][0-9]{2,4})?)");
    private static final Pattern YEAR_ENDING =
            Pattern.compile("(?i)(?:(?:the )?(?:year|12 months|twelve months) (?:ending|ended|to)|y/?e)\\s+(.+)");
    private static final Pattern MONTH = Pattern.compile("([0-9]{4})-(0[1-9]|1[0-2])");
    private static final Pattern OWN =
            Pattern.compile("(?:FY|AY)[0-9]{4}-[0-9]{2}(?:-Q[1-4])?|CY[0-9]{4}|[0-9-]{10}\\.\\.[0-9-]{10}");
    private static final YearKind FINANCIAL_YEAR = YearKind.parse("FINANCIAL_YEAR");
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2200;
    private static final int MOST_YEARS = 20;

    /** What such a column may print. */
    public static final String GRAMMAR =
            "expected a year such as 2016, 2015-16 or 2015/16, several such as 2014-16 or 2013/14-15/16,"
                    + " a quarter 2015-16 Q1 or Q1 2015-16, a year ending 31 March 2016, a day such as 2016-03-31, 31/03/2016 or 31 March 2016, or a month such as"
                    + " March 2016";

    /** The kind of value that the suffix says, if any. */
    public Optional<ValueKind> valueKind() {
        return suffix.flatMap(PeriodSuffix::valueKind);
    }

    /** @throws IllegalArgumentException with what was expected, where the text is no period */
    public static PrintedPeriod parse(String text, YearKind kind, List<PeriodSuffix> suffixes) {
        String printed = Dashes.plain(text).strip();
        Optional<PeriodSuffix> suffix = suffixes.stream()
                .filter(one -> printed.endsWith(Dashes.plain(one.text())))
                .findFirst();
        String years = suffix.map(one -> printed.substring(
                        0, printed.length() - Dashes.plain(one.text()).length()))
                .orElse(printed)
                .strip();
        int words = years.indexOf('(');
        if (words >= 0) {
            throw new IllegalArgumentException("'" + text + "': extract.yaml does not say under 'periods' what '"
                    + years.substring(words) + "' means");
        }
        return new PrintedPeriod(period(text, years, kind), suffix);
    }

    /**
     * A period that says by itself what it is: a day, a month, a quarter of a financial year that is printed with both
     * years, a year by its last day or month, or one of our own ids.
     *
     * @throws IllegalArgumentException with what was expected, where the text is none, or a year of which nobody says
     *     whether it is a financial year
     */
    public static TimePeriod parse(String text) {
        String printed = quarterLast(Dashes.plain(text).strip());
        Matcher quarter = QUARTER.matcher(printed);
        if (quarter.matches() && quarter.group(1).length() > 4) {
            return quarter(text, quarter.group(1), Integer.parseInt(quarter.group(2)), FINANCIAL_YEAR);
        }
        return whole(printed).orElseGet(() -> TimePeriod.parse(printed));
    }

    private static String quarterLast(String years) {
        Matcher first = QUARTER_FIRST.matcher(years);
        return first.matches() ? first.group(2) + " Q" + first.group(1) : years;
    }

    /** {@code Year ending 31 March 2020} and {@code y/e March 2020}. */
    private static Optional<TimePeriod> yearEnding(String years) {
        Matcher year = YEAR_ENDING.matcher(years);
        if (!year.matches()) {
            return Optional.empty();
        }
        return PrintedDay.parse(year.group(1))
                .or(() -> PrintedDay.parseMonth(year.group(1)).map(YearMonth::atEndOfMonth))
                .map(PrintedPeriod::yearTo);
    }

    private static TimePeriod yearTo(LocalDate last) {
        return Stream.of(
                        TimePeriod.financialYear(last.getYear()),
                        TimePeriod.academicYear(last.getYear()),
                        TimePeriod.calendarYear(last.getYear()))
                .filter(year -> year.end().equals(last))
                .findFirst()
                .orElseGet(() -> TimePeriod.range(last.minusYears(1).plusDays(1), last));
    }

    private static TimePeriod period(String text, String printed, YearKind kind) {
        String years = quarterLast(kind.crossesYears() ? PrintedYear.whole(printed) : printed);
        Matcher pair = PAIR.matcher(years);
        Matcher several = SEVERAL.matcher(years);
        Matcher quarter = QUARTER.matcher(years);
        Optional<TimePeriod> whole = whole(years);
        if (whole.isPresent()) {
            return whole.get();
        } else if (ONE.matcher(years).matches()) {
            return kind.ending(year(text, years));
        } else if (pair.matches()) {
            return pair(text, year(text, pair.group(1)), pair.group(2), kind);
        } else if (several.matches()) {
            int start = year(text, several.group(1));
            int first = endOf(text, start, several.group(2));
            int lastStart = century(start, several.group(3));
            return years(text, kind, first, endOf(text, lastStart, several.group(4)));
        } else if (quarter.matches()) {
            return quarter(text, quarter.group(1), Integer.parseInt(quarter.group(2)), kind);
        } else if (years.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
            return TimePeriod.snapshot(TimePeriod.day(years));
        }
        throw new IllegalArgumentException("'" + text + "' is no period; " + GRAMMAR);
    }

    /** A period that says by itself what it is: our own ids, printed days and months, years by their ends. */
    private static Optional<TimePeriod> whole(String years) {
        if (OWN.matcher(years).matches()) {
            return Optional.of(TimePeriod.parse(years));
        }
        return PrintedDay.parse(years)
                .map(TimePeriod::snapshot)
                .or(() -> PrintedDay.parseMonth(years).map(TimePeriod::month))
                .or(() -> yearEnding(years));
    }

    /** Two years beside each other are one year that crosses them, or two calendar years; others are several. */
    private static TimePeriod pair(String text, int start, String second, YearKind kind) {
        int end = century(start, second);
        if (kind.shape() == YearKind.Shape.MONTH && MONTH.matcher(text.strip()).matches()) {
            return TimePeriod.month(YearMonth.parse(text.strip()));
        } else if (kind.shape() == YearKind.Shape.CALENDAR_YEAR) {
            return years(text, kind, start, end);
        } else if (!kind.crossesYears() || end != start + 1) {
            throw new IllegalArgumentException("'" + text + "' does not name "
                    + (kind.crossesYears() ? "two years that follow each other" : "one year") + "; " + GRAMMAR);
        }
        return kind.ending(end);
    }

    private static TimePeriod years(String text, YearKind kind, int firstEnd, int lastEnd) {
        if (lastEnd <= firstEnd || lastEnd - firstEnd >= MOST_YEARS) {
            throw new IllegalArgumentException(
                    "'" + text + "' ends before it begins, or lasts longer than " + MOST_YEARS + " years");
        }
        return TimePeriod.range(
                kind.ending(firstEnd).start(), kind.ending(lastEnd).end());
    }

    private static TimePeriod quarter(String text, String years, int quarter, YearKind kind) {
        int first = year(text, years.substring(0, 4));
        return switch (kind.shape()) {
            case FINANCIAL_YEAR ->
                TimePeriod.quarter(years.length() > 4 ? endOf(text, first, years.substring(5)) : first, quarter);
            case CALENDAR_YEAR ->
                quarter == 1 ? TimePeriod.quarter(first, 4) : TimePeriod.quarter(first + 1, quarter - 1);
            default ->
                throw new IllegalArgumentException(
                        "'" + text + "': only financial and calendar years have quarters here");
        };
    }

    private static int endOf(String text, int start, String second) {
        int end = century(start, second);
        if (end != start + 1) {
            throw new IllegalArgumentException("'" + text + "' does not name years that follow each other; " + GRAMMAR);
        }
        return end;
    }

    /** The year of two digits that is not before another. */
    private static int century(int start, String digits) {
        if (digits.length() == 4) {
            return Integer.parseInt(digits);
        }
        if (digits.length() == 1) {
            int end = start + 1;
            return end % 10 == Integer.parseInt(digits) ? end : start;
        }
        int year = start - start % 100 + Integer.parseInt(digits);
        return year < start ? year + 100 : year;
    }

    private static int year(String text, String digits) {
        int year = Integer.parseInt(digits);
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw new IllegalArgumentException("'" + text + "' is no year of our time; " + GRAMMAR);
        }
        return year;
    }
}
