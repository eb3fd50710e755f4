package careledger.schema.mapping;

import careledger.schema.catalogue.Timing;
import careledger.schema.period.TimePeriod;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a year in a column of periods means: {@code 2016} may be the financial year that ends in 2016, a school year, a
 * calendar year, a day or a month of that year, or the twelve months that end on a day of it.
 *
 * @param end last day, of the shapes that name one; 31 December for the others
 */
public record YearKind(Shape shape, MonthDay end) {
    /** The shapes of a year. */
    public enum Shape {
        FINANCIAL_YEAR,
        ACADEMIC_YEAR,
        CALENDAR_YEAR,
        DAY,
        MONTH,
        YEAR_TO
    }

    /** What a mapping may write. */
    public static final String GRAMMAR =
            "expected FINANCIAL_YEAR, ACADEMIC_YEAR, CALENDAR_YEAR, 'day MM-DD' (a count on"
                    + " that day of the year), 'month MM' or 'year to MM-DD'";

    private static final Pattern PART = Pattern.compile("(day|month|year to) (\\d{2})(?:-(\\d{2}))?");

    /** @throws IllegalArgumentException with the grammar, where the text is no kind of year */
    public static YearKind parse(String text) {
        String words = text.strip();
        Matcher part = PART.matcher(words.toLowerCase(Locale.ROOT));
        if (part.matches() && part.group(1).equals("month") == (part.group(3) == null)) {
            return part(part, text);
        }
        String constant = words.toUpperCase(Locale.ROOT).replace(' ', '_');
        return switch (constant) {
            case "FINANCIAL_YEAR", "ACADEMIC_YEAR", "CALENDAR_YEAR" ->
                new YearKind(Shape.valueOf(constant), MonthDay.of(12, 31));
            default -> throw new IllegalArgumentException("'" + text + "' is no kind of year; " + GRAMMAR);
        };
    }

    private static YearKind part(Matcher part, String text) {
        try {
            int month = Integer.parseInt(part.group(2));
            return switch (part.group(1)) {
                case "month" -> new YearKind(Shape.MONTH, MonthDay.of(month, 1));
                case "day" -> new YearKind(Shape.DAY, MonthDay.of(month, Integer.parseInt(part.group(3))));
                default -> new YearKind(Shape.YEAR_TO, MonthDay.of(month, Integer.parseInt(part.group(3))));
            };
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "'" + text + "' names a day or month that does not exist; " + GRAMMAR, e);
        }
    }

    /**
     * The year, or the day or month of it.
     *
     * @param endYear in which it ends
     */
    public TimePeriod ending(int endYear) {
        return switch (shape) {
            case FINANCIAL_YEAR -> TimePeriod.financialYear(endYear);
            case ACADEMIC_YEAR -> TimePeriod.academicYear(endYear);
            case CALENDAR_YEAR -> TimePeriod.calendarYear(endYear);
            case DAY -> TimePeriod.snapshot(end.atYear(endYear));
            case MONTH -> TimePeriod.month(YearMonth.of(endYear, end.getMonth()));
            case YEAR_TO -> {
                LocalDate last = end.atYear(endYear);
                yield TimePeriod.range(last.minusYears(1).plusDays(1), last);
            }
        };
    }

    /**
     * A printed year as an indicator keeps it: the count on a day and the flow of the twelve months up to it are printed
     * under one year, and the columns of a table may hold either.
     *
     * @param year as this kind reads it
     */
    public TimePeriod kept(TimePeriod year, Timing timing) {
        boolean flowOnADay =
                shape == Shape.DAY && timing == Timing.PERIOD && year.start().equals(year.end());
        boolean stockOfAYear = shape == Shape.YEAR_TO && timing == Timing.DAY;
        if (flowOnADay) {
            return TimePeriod.range(year.end().minusYears(1).plusDays(1), year.end());
        }
        return stockOfAYear ? TimePeriod.snapshot(year.end()) : year;
    }

    /** Whether one year of it is written with two calendar years. */
    public boolean crossesYears() {
        return shape == Shape.FINANCIAL_YEAR || shape == Shape.ACADEMIC_YEAR || shape == Shape.YEAR_TO;
    }
}
