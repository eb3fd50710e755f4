package careledger.schema.mapping;

import careledger.schema.catalogue.Area;
import careledger.schema.catalogue.Catalogue;
import careledger.schema.catalogue.Indicator;
import careledger.schema.catalogue.Member;
import careledger.schema.catalogue.Unit;
import careledger.schema.period.TimePeriod;
import careledger.schema.text.Dashes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds where a mapping says another thing than the words that are printed with the figures: last year's period under
 * this year's heading, the council's name for England's column, boys for girls, a count for a rate.
 *
 * <p>Only what cannot be meant is found: a heading that names no year, area, member or unit is never in the way.
 */
public final class PrintedWords {
    private static final Pattern YEARS = Pattern.compile(
            "(?<![0-9£.,])(?:((?:19|20)[0-9]{2})(?:\\s?[-/]\\s?((?:19|20)?[0-9]{2}|[0-9]))?|([0-9]{2})/([0-9]{2}))(?![0-9,%]|\\.[0-9])(?!\\s?/)");
    /** Before a year with which the figure is compared, or that is part of the name of a law or of guidance. */
    private static final Pattern OF_ANOTHER_THING = Pattern.compile("(?i)\\b(?:since|from|than|against|versus|vs\\.?|"
            + "compared (?:with|to)|on|over|base ?line|base year|Act|Acts|Rules|Regulations|Guidance|Framework|Together)"
            + "[\\s(:]*$");

    private static final Pattern AGES = Pattern.compile("(?i)\\bage(?:s|d)?\\b|\\bolds?\\b");
    private static final Pattern PERCENT = Pattern.compile("(?i)%|\\bper ?cent\\b|\\bpercentages?\\b");
    private static final Pattern NUMBER = Pattern.compile("(?i)\\b(?:numbers?|no|nos|counts?)\\b|#|£");
    private static final Pattern NUMBER_FIRST = Pattern.compile("(?i)\\s*(?:total )?(?:number|count)\\b.*");
    private static final Pattern OF_A_WHOLE =
            Pattern.compile("(?i)%|\\b(?:per|percentages?|rates?|share|proportion|ratio)\\b");
    private static final Pattern PER = Pattern.compile(
            "(?i)\\b(?:per|for every|in every)\\s+(1,?000|10,?000|100,?000|thousand|ten thousand|hundred thousand)\\b(?!,)");
    private static final Pattern POUNDS = Pattern.compile("\\(\\s*£\\s*\\)|^\\s*£\\s*$");
    private static final Pattern DAYS = Pattern.compile("(?i)\\bdays?\\b");
    private static final Pattern LONGER =
            Pattern.compile("(?i)(?<![0-9] )(?<![0-9])\\b(weeks|months)\\b(?! (?:to|ending|ended)\\b)");

    /** Years of two digits from here on are of the last century. */
    private static final int OLDEST = 60;

    private final Catalogue catalogue;

    PrintedWords(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** What is wrong where words name years of which the period has none. */
    static Optional<String> period(String words, TimePeriod period) {
        List<String> named = new ArrayList<>();
        String plain = Dashes.plain(words);
        Matcher years = YEARS.matcher(plain);
        while (years.find()) {
            boolean ages = years.group(1) == null && AGES.matcher(words).find();
            boolean ofAnother =
                    OF_ANOTHER_THING.matcher(plain.substring(0, years.start())).find();
            Optional<Boolean> agrees = ages || ofAnother ? Optional.empty() : agrees(years, period);
            if (agrees.isPresent() && agrees.get()) {
                return Optional.empty();
            }
            agrees.ifPresent(no -> named.add(years.group()));
        }
        return named.isEmpty()
                ? Optional.empty()
                : Optional.of("'" + words.strip() + "' names " + String.join(" and ", named) + ", and its period is "
                        + period.id() + ". Correct the period; where it is meant, explain it with 'periodNote'.");
    }

    /** Empty where what was found is no year, such as the pair 12/15. */
    private static Optional<Boolean> agrees(Matcher years, TimePeriod period) {
        boolean full = years.group(1) != null;
        int start = full ? Integer.parseInt(years.group(1)) : century(Integer.parseInt(years.group(3)));
        String second = full ? years.group(2) : years.group(4);
        if (second == null) {
            return Optional.of(touches(period, start, start));
        }
        int modulus = (int) Math.pow(10, second.length());
        boolean follow = (start + 1) % modulus == Integer.parseInt(second);
        if (!full && !follow) {
            return Optional.empty();
        }
        LocalDate oneYearOn = period.start().plusYears(1).minusDays(1);
        if (!follow) {
            int end = start - start % modulus + Integer.parseInt(second);
            return Optional.of(touches(period, start, end < start ? start + 1 : end));
        } else if (period.end().equals(oneYearOn)) {
            boolean inOneYear = period.start().getYear() == period.end().getYear();
            return Optional.of(
                    inOneYear
                            ? touches(period, start, start + 1)
                            : touches(period, start, start) && touches(period, start + 1, start + 1));
        }
        return Optional.of(!period.end().isBefore(LocalDate.of(start, 4, 1))
                && !period.start().isAfter(LocalDate.of(start + 1, 8, 31)));
    }

    private static int century(int ofTwoDigits) {
        return ofTwoDigits < OLDEST ? 2000 + ofTwoDigits : 1900 + ofTwoDigits;
    }

    private static boolean touches(TimePeriod period, int firstYear, int lastYear) {
        return period.start().getYear() <= lastYear && firstYear <= period.end().getYear();
    }

    /** What is wrong where the words are the name of another area. */
    Optional<String> area(String words, String area) {
        return catalogue
                .area(words.strip())
                .filter(named -> !words.strip().chars().allMatch(Character::isDigit))
                .filter(named -> !named.id().equals(area))
                .map(named -> "'" + words.strip() + "' is the name of " + named.id() + ", and its 'area' is " + area
                        + catalogue
                                .area(area)
                                .map(Area::name)
                                .map(name -> " (" + name + ")")
                                .orElse("")
                        + ". Say 'area: " + named.id() + "' there.");
    }

    /** What is wrong where the words are the name of another member of a dimension that is named for them. */
    Optional<String> member(String words, Map<String, String> breakdown) {
        return breakdown.entrySet().stream()
                .flatMap(one -> catalogue
                        .member(one.getKey(), words.strip())
                        .map(Member::id)
                        .filter(named -> !named.equals(one.getValue()))
                        .map(named -> "'" + words.strip() + "' is the name of '" + named + "' of '" + one.getKey()
                                + "', and the mapping says '" + one.getValue() + "'. Correct the breakdown.")
                        .stream())
                .findFirst();
    }

    /** Whether an indicator is a percentage. */
    boolean share(String indicator) {
        return catalogue
                .indicator(indicator)
                .filter(one -> one.unit() == Unit.PERCENT || one.unit() == Unit.PERCENTAGE_POINT)
                .isPresent();
    }

    /**
     * What is wrong where the words say another unit than that of their indicator.
     *
     * @param header of the figure's column; empty where it may be of another figure
     * @param label of its row; likewise
     */
    Optional<String> unit(String header, String label, String indicator) {
        return catalogue.indicator(indicator).flatMap(one -> Stream.of(header, label)
                .flatMap(words -> unit(words, header + " / " + label, one).stream())
                .findFirst());
    }

    /** What is wrong where the words that a row prints as the unit of its number are not the unit of its indicator. */
    public static Optional<String> unit(String words, Indicator indicator) {
        return unit(words, words, indicator);
    }

    private static Optional<String> unit(String words, String all, Indicator indicator) {
        return unit(words, all, indicator.unit())
                .map(said -> "'" + words.strip() + "' says that the figure is " + said + ", and the unit of '"
                        + indicator.id() + "' is " + indicator.unit() + ". Name an indicator of that unit, or say"
                        + " 'scale: 1' where the numbers are what '" + indicator.id() + "' counts in.");
    }

    private static Optional<String> unit(String words, String all, Unit unit) {
        return switch (unit) {
            case COUNT -> percentage(words, all).or(() -> rate(words, "")).or(() -> pounds(words));
            case GBP -> percentage(words, all);
            case DAYS -> percentage(words, all).or(() -> longer(words, all));
            case PERCENT ->
                NUMBER_FIRST.matcher(words).matches()
                                && !OF_A_WHOLE.matcher(all).find()
                        ? Optional.of("a number")
                        : Optional.empty();
            case RATE_PER_1K -> rate(words, "1000");
            case RATE_PER_10K -> rate(words, "10000");
            case RATE_PER_100K -> rate(words, "100000");
            case PERCENTAGE_POINT, MEAN, SCORE, RATIO, INDEX -> Optional.empty();
        };
    }

    private static Optional<String> percentage(String words, String all) {
        return PERCENT.matcher(words).find() && !NUMBER.matcher(all).find()
                ? Optional.of("a percentage")
                : Optional.empty();
    }

    private static Optional<String> rate(String words, String base) {
        Matcher per = PER.matcher(words);
        if (!per.find()) {
            return Optional.empty();
        }
        String number =
                switch (per.group(1).toLowerCase(Locale.ROOT)) {
                    case "thousand" -> "1000";
                    case "ten thousand" -> "10000";
                    case "hundred thousand" -> "100000";
                    default -> per.group(1).replace(",", "");
                };
        return number.equals(base) ? Optional.empty() : Optional.of("a rate for every " + per.group(1));
    }

    private static Optional<String> pounds(String words) {
        return POUNDS.matcher(words).find() ? Optional.of("in pounds") : Optional.empty();
    }

    private static Optional<String> longer(String words, String all) {
        Matcher longer = LONGER.matcher(words);
        return longer.find() && !DAYS.matcher(all).find()
                ? Optional.of("in " + longer.group(1).toLowerCase(Locale.ROOT))
                : Optional.empty();
    }
}
