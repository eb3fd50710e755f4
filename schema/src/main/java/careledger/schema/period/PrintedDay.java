package careledger.schema.period;

import careledger.schema.text.Dashes;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Days and months as British publications print them, the day before the month: {@code 23/03/2020}, {@code 23.3.2020},
 * {@code 31 March 2020}, {@code 31st Mar 20}, {@code March 2020}, {@code Mar-20}. A date of digits has a year of four, so
 * that no part of it is guessed.
 */
public final class PrintedDay {
    private static final Pattern DIGITS = Pattern.compile("([0-9]{1,2})([/.-])([0-9]{1,2})\\2([0-9]{4})");
    private static final Pattern BACKWARDS =
            Pattern.compile("([0-9]{4})([/.-])([0-9]{1,2})\\2([0-9]{1,2})(?:T00:00(?::00)?)?");
    private static final Pattern WORDS = Pattern.compile(
            "(?:as at |at )?([0-9]{1,2})(?:st|nd|rd|th)?[ -]([a-z]+)[ -]'?([0-9]{4}|[0-9]{2})",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern MONTH = Pattern.compile("([a-z]+)[ -]'?([0-9]{4}|[0-9]{2})", Pattern.CASE_INSENSITIVE);
    private static final int SHORTEST = 3;
    private static final int CENTURY = 2000;

    private PrintedDay() {}

    /** Empty where the text is no day of the calendar. */
    public static Optional<LocalDate> parse(String text) {
        String printed = plain(text);
        Matcher digits = DIGITS.matcher(printed);
        if (digits.matches()) {
            return day(year(digits.group(4)), number(digits.group(3)), number(digits.group(1)));
        }
        Matcher backwards = BACKWARDS.matcher(printed);
        if (backwards.matches()) {
            return day(year(backwards.group(1)), number(backwards.group(3)), number(backwards.group(4)));
        }
        Matcher words = WORDS.matcher(printed);
        return words.matches()
                ? month(words.group(2))
                        .flatMap(month -> day(year(words.group(3)), month.getValue(), number(words.group(1))))
                : Optional.empty();
    }

    /** A month and its year; empty where the text is none. */
    public static Optional<YearMonth> parseMonth(String text) {
        Matcher month = MONTH.matcher(plain(text));
        return month.matches()
                ? month(month.group(1)).map(named -> YearMonth.of(year(month.group(2)), named))
                : Optional.empty();
    }

    private static String plain(String text) {
        return Dashes.plain(text).strip().replaceAll("\\s+", " ").replace(", ", " ");
    }

    private static Optional<Month> month(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return Arrays.stream(Month.values())
                .filter(month -> {
                    String name = month.name().toLowerCase(Locale.ROOT);
                    return name.equals(lower)
                            || (lower.length() == SHORTEST && name.startsWith(lower))
                            || (month == Month.SEPTEMBER && lower.equals("sept"));
                })
                .findFirst();
    }

    private static int year(String digits) {
        return digits.length() == 4 ? number(digits) : CENTURY + number(digits);
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    private static Optional<LocalDate> day(int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
