package careledger.etl.draft;

import careledger.schema.catalogue.Unit;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Guesses from words and cells what figures are measured in, so that pounds are never taken for children. */
final class UnitGuess {
    private static final Pattern MILLIONS = Pattern.compile("£ ?'?(?:m\\b|mn\\b|million)|in millions|\\(millions\\)");
    private static final Pattern THOUSANDS = Pattern.compile("£ ?'?(?:000|k\\b|thousand)|'000|\\b000s\\b|in thousands");
    private static final Pattern POUNDS = Pattern.compile("£|\\bgbp\\b");
    private static final Pattern PERCENT = Pattern.compile("%|\\bper ?cent\\b|percentage|proportion|\\bpct\\b");
    private static final Pattern AVERAGE = Pattern.compile("\\b(?:average|mean|median)\\b");
    private static final Pattern RATE = Pattern.compile("\\brates?\\b");
    private static final Set<Unit> NO_NUMBER_OF =
            EnumSet.of(Unit.PERCENT, Unit.GBP, Unit.RATE_PER_1K, Unit.RATE_PER_10K, Unit.RATE_PER_100K);

    /** Figures with a fraction count nothing; they are a rate, a mean, a score or a ratio. */
    private static final Pattern FRACTION = Pattern.compile("[0-9]\\.[0-9]*[1-9]");

    private static final Set<Unit> RATES = EnumSet.of(Unit.RATE_PER_1K, Unit.RATE_PER_10K, Unit.RATE_PER_100K);

    private UnitGuess() {}

    /** Units that figures under these words can have. */
    static Set<Unit> of(String words, List<String> cells) {
        String plain = words.toLowerCase(Locale.UK);
        boolean pounds = cells.stream().anyMatch(cell -> cell.contains("£"));
        if (pounds || POUNDS.matcher(plain).find()) {
            return Set.of(Unit.GBP);
        } else if (plain.matches("(?s).*per (?:10,?000|10 ?k)\\b.*")) {
            return Set.of(Unit.RATE_PER_10K);
        } else if (plain.matches("(?s).*per (?:100,?000|100 ?k)\\b.*")) {
            return Set.of(Unit.RATE_PER_100K);
        } else if (plain.matches("(?s).*per (?:1,?000|thousand)\\b.*")) {
            return Set.of(Unit.RATE_PER_1K);
        } else if (PERCENT.matcher(plain).find() || cells.stream().anyMatch(cell -> cell.endsWith("%"))) {
            return Set.of(Unit.PERCENT);
        } else if (AVERAGE.matcher(plain).find()) {
            return EnumSet.complementOf(EnumSet.of(Unit.COUNT, Unit.PERCENT));
        } else if (RATE.matcher(plain).find()) {
            return EnumSet.complementOf(EnumSet.of(Unit.COUNT, Unit.GBP));
        }
        Set<Unit> any = EnumSet.complementOf(EnumSet.copyOf(NO_NUMBER_OF));
        if (cells.stream().anyMatch(cell -> FRACTION.matcher(cell).find())) {
            any.remove(Unit.COUNT);
            any.addAll(RATES);
        }
        return any;
    }

    /** What printed numbers are multiplied by, where words say thousands or millions. */
    static Optional<Guess> scale(String words) {
        String plain = words.toLowerCase(Locale.UK).replace('’', '\'');
        if (MILLIONS.matcher(plain).find()) {
            return Optional.of(Guess.likely("million", "'" + words.strip() + "'"));
        }
        return THOUSANDS.matcher(plain).find()
                ? Optional.of(Guess.likely("thousand", "'" + words.strip() + "'"))
                : Optional.empty();
    }

    /** What the ids of indicators of a unit end in. */
    static String suffix(Unit unit) {
        return switch (unit) {
            case COUNT -> "_count";
            case PERCENT -> "_pct";
            case PERCENTAGE_POINT -> "_diff_pct";
            case RATE_PER_1K -> "_rate_per_1k";
            case RATE_PER_10K -> "_rate_per_10k";
            case RATE_PER_100K -> "_rate_per_100k";
            case MEAN -> "_mean";
            case DAYS -> "_days";
            case GBP -> "_gbp";
            case SCORE -> "_score";
            case RATIO -> "_ratio";
            case INDEX -> "_index";
        };
    }
}
