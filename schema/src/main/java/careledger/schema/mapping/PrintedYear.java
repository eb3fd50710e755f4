package careledger.schema.mapping;

import careledger.schema.period.PeriodKind;
import careledger.schema.period.TimePeriod;
import careledger.schema.text.Dashes;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Years as publications print them: {@code 2024-25}, {@code 2024/25}, {@code 202425}, or the year in which one ends. */
public final class PrintedYear {
    private static final Pattern PAIR = Pattern.compile("([0-9]{4}) ?(?:[-/]| to )? ?(?:[0-9]{2})?([0-9]{2})");
    private static final Pattern ONE_DIGIT = Pattern.compile("([0-9]{3}([0-9])) ?[-/] ?([0-9])");
    private static final Pattern SHORT = Pattern.compile("([0-9]{2}) ?[-/] ?([0-9]{2})");
    private static final Pattern ONE = Pattern.compile("[0-9]{4}");

    /** Years of two digits from here on are of the last century. */
    private static final int OLDEST = 60;

    private PrintedYear() {}

    /**
     * @param kind of year: financial, academic or calendar
     * @throws IllegalArgumentException with what was expected, where the text is no such year
     */
    public static TimePeriod parse(PeriodKind kind, String text) {
        String printed = Dashes.plain(text).strip();
        if (kind == PeriodKind.CALENDAR_YEAR) {
            if (!ONE.matcher(printed).matches()) {
                throw new IllegalArgumentException("'" + text + "' is no calendar year; expected one such as '2024'");
            }
            return TimePeriod.calendarYear(Integer.parseInt(printed));
        }
        int endYear = ONE.matcher(printed).matches() ? Integer.parseInt(printed) : endOfPair(text, printed);
        return switch (kind) {
            case FINANCIAL_YEAR -> TimePeriod.financialYear(endYear);
            case ACADEMIC_YEAR -> TimePeriod.academicYear(endYear);
            default -> throw new IllegalArgumentException(kind + " is no kind of year");
        };
    }

    /** {@code 2006/7} and {@code 06/07} with all their digits, where the two years follow each other. */
    static String whole(String printed) {
        Matcher digit = ONE_DIGIT.matcher(printed);
        if (digit.matches()) {
            int end = (Integer.parseInt(digit.group(1)) + 1) % 100;
            return end % 10 == Integer.parseInt(digit.group(3)) ? digit.group(1) + "-%02d".formatted(end) : printed;
        }
        Matcher two = SHORT.matcher(printed);
        boolean follow = two.matches() && Integer.parseInt(two.group(2)) == (Integer.parseInt(two.group(1)) + 1) % 100;
        if (!follow) {
            return printed;
        }
        return (Integer.parseInt(two.group(1)) < OLDEST ? "20" : "19") + printed;
    }

    private static int endOfPair(String text, String given) {
        String printed = whole(given);
        Matcher pair = PAIR.matcher(printed);
        if (!pair.matches()) {
            throw new IllegalArgumentException("'" + text + "' is no year; expected one such as '2024-25' or '202425'");
        }
        int startYear = Integer.parseInt(pair.group(1));
        if (Integer.parseInt(pair.group(2)) != (startYear + 1) % 100) {
            throw new IllegalArgumentException(
                    "'" + text + "' does not name two years that follow each other; expected '"
                            + "%d-%02d".formatted(startYear, (startYear + 1) % 100) + "'");
        }
        return startYear + 1;
    }
}
