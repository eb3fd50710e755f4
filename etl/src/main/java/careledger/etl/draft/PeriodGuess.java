package careledger.etl.draft;

import careledger.schema.period.PrintedDay;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Guesses the period that printed words name. */
final class PeriodGuess {
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");
    private static final Pattern QUARTER = Pattern.compile(
            "(?:q(?:uarter )?([1-4]).*?(20\\d{2})[-/](\\d{2}))|" + "(?:(20\\d{2})[-/](\\d{2}).*?q(?:uarter )?([1-4]))");
    private static final Pattern DAY = Pattern.compile("(\\d{1,2})(?:st|nd|rd|th)? ([a-z]+)\\.? ['’]?(\\d{2,4})");
    private static final Pattern MONTH = Pattern.compile("([a-z]+)\\.? ['’]?(\\d{2,4})");
    private static final Pattern PAIR = Pattern.compile("\\b((?:19|20)\\d{2})[-/–](?:20)?(\\d{2})\\b");
    /** Of two digits each, where no age or day can be meant: 19/20, Budget 19-20. */
    private static final Pattern SHORT_PAIR =
            Pattern.compile("(?<![\\d/-])([0-4]\\d)/([0-4]\\d)(?![\\d/])|(?:budget|actual|outturn|forecast|fy)"
                    + " ?([0-4]\\d)-([0-4]\\d)(?!\\d)");

    private static final Pattern JOINED = Pattern.compile("\\b(20\\d{2})(\\d{2})\\b");
    private static final Pattern YEAR = Pattern.compile("\\b((?:19|20)\\d{2})\\b");
    private static final Map<String, Month> MONTHS = Map.ofEntries(
            Map.entry("jan", Month.JANUARY),
            Map.entry("feb", Month.FEBRUARY),
            Map.entry("mar", Month.MARCH),
            Map.entry("apr", Month.APRIL),
            Map.entry("may", Month.MAY),
            Map.entry("jun", Month.JUNE),
            Map.entry("jul", Month.JULY),
            Map.entry("aug", Month.AUGUST),
            Map.entry("sep", Month.SEPTEMBER),
            Map.entry("oct", Month.OCTOBER),
            Map.entry("nov", Month.NOVEMBER),
            Map.entry("dec", Month.DECEMBER));

    private PeriodGuess() {}

    /** The period, where the words name one. */
    static Optional<Guess> of(String printed) {
        Optional<LocalDate> printedDay = PrintedDay.parse(printed);
        if (printedDay.isPresent()) {
            return Optional.of(Guess.sure(printedDay.get().toString(), "a day"));
        }
        String words = printed.strip().toLowerCase(Locale.UK).replaceAll("\\s+", " ");
        Matcher iso = ISO.matcher(words);
        if (iso.find()) {
            return Optional.of(Guess.sure(iso.group(), "a day"));
        }
        Matcher quarter = QUARTER.matcher(words);
        if (quarter.find()) {
            boolean before = quarter.group(1) != null;
            int start = Integer.parseInt(quarter.group(before ? 2 : 4));
            return Optional.of(
                    Guess.sure(year(start) + "-Q" + quarter.group(before ? 1 : 6), "a quarter of a financial year"));
        }
        return day(words).or(() -> year(words));
    }

    /** The period that the name of a file or sheet gives: orders_2018_19, agency-june-2019. */
    static Optional<Guess> ofName(String name) {
        String words = name.replaceAll("(?<!\\d)((?:19|20)\\d{2})[ _-](?:20)?(\\d{2})(?!\\d)", "$1/$2")
                .replaceAll("[_-]+", " ");
        return of(words).map(guess -> Guess.likely(guess.value(), "its name says '" + name + "'"));
    }

    private static Optional<Guess> day(String words) {
        Matcher day = DAY.matcher(words);
        if (day.find() && month(day.group(2)).isPresent()) {
            Month month = month(day.group(2)).get();
            int ofMonth = Integer.parseInt(day.group(1));
            int year = fullYear(day.group(3));
            if (ofMonth <= YearMonth.of(year, month).lengthOfMonth()) {
                return Optional.of(Guess.sure(
                        LocalDate.of(year, month, Math.max(1, ofMonth)).toString(), "a day"));
            }
        }
        Matcher month = MONTH.matcher(words);
        if (month.find() && month(month.group(1)).isPresent()) {
            YearMonth named =
                    YearMonth.of(fullYear(month.group(2)), month(month.group(1)).get());
            return Optional.of(
                    words.startsWith("at ") || words.contains("end of")
                            ? Guess.likely(named.atEndOfMonth().toString(), "taken as the last day of the month")
                            : Guess.likely(named.toString(), "taken as the whole month"));
        }
        return Optional.empty();
    }

    private static Optional<Guess> year(String words) {
        Matcher pair = PAIR.matcher(words);
        if (pair.find() && (Integer.parseInt(pair.group(1)) + 1) % 100 == Integer.parseInt(pair.group(2))) {
            int start = Integer.parseInt(pair.group(1));
            return Optional.of(
                    words.contains("academic") || words.contains("school")
                            ? Guess.sure("AY" + year(start).substring(2), "a school year")
                            : Guess.sure(year(start), "two years that follow each other, a financial year"));
        }
        Matcher pairOfTwo = SHORT_PAIR.matcher(words);
        if (pairOfTwo.find()) {
            boolean slash = pairOfTwo.group(1) != null;
            int start = Integer.parseInt(pairOfTwo.group(slash ? 1 : 3));
            if ((start + 1) % 100 == Integer.parseInt(pairOfTwo.group(slash ? 2 : 4))) {
                return Optional.of(Guess.likely(year(2000 + start), "two years that follow each other, of two digits"));
            }
        }
        Matcher joined = JOINED.matcher(words);
        if (joined.matches() && (Integer.parseInt(joined.group(1)) + 1) % 100 == Integer.parseInt(joined.group(2))) {
            return Optional.of(Guess.sure(year(Integer.parseInt(joined.group(1))), "a financial year"));
        }
        Matcher year = YEAR.matcher(words);
        if (year.find() && words.length() <= 30 && !year.find()) {
            year.reset();
            return year.find()
                    ? Optional.of(Guess.likely(
                            year(Integer.parseInt(year.group(1)) - 1), "one year alone, taken as that which ends then"))
                    : Optional.empty();
        }
        return Optional.empty();
    }

    private static String year(int start) {
        return "FY%d-%02d".formatted(start, (start + 1) % 100);
    }

    private static Optional<Month> month(String word) {
        return word.length() < 3 ? Optional.empty() : Optional.ofNullable(MONTHS.get(word.substring(0, 3)));
    }

    private static int fullYear(String digits) {
        int year = Integer.parseInt(digits);
        return digits.length() == 4 ? year : year < 70 ? 2000 + year : 1900 + year;
    }
}
