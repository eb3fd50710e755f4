package careledger.schema.mapping;

import careledger.schema.catalogue.Catalogue;
import careledger.schema.catalogue.Unit;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds numbers that are printed in thousands or millions, or beside a sign, while the mapping does not say so. */
public final class ScaleCheck {
    private static final Pattern POUNDS = Pattern.compile(
            "(?i).*(?:(?:£|\\bgbp|\\bpounds)\\s*'?\\s*(?:000|k\\b|m\\b|mn\\b|bn\\b|thousand|million|billion)|\\(\\s*'?000'?s?\\s*\\)|'000|000s\\b|\\(\\s*(?:k|m|mn|bn)\\s*\\)|\\b(?:thousands|millions|billions)\\b).*",
            Pattern.DOTALL);
    /** Of numbers of things, which prose may count in thousands without printing them so. */
    private static final Pattern COUNTS = Pattern.compile(
            "(?i).*(?:\\(\\s*(?:in )?(?:'?000'?s?|thousands|millions)\\s*\\)|'000s?\\b|\\b000s\\b|\\bin (?:thousands|millions)\\b).*|\\s*(?:thousands|millions)\\s*",
            Pattern.DOTALL);

    private static final Pattern OF_MONEY = Pattern.compile("(?i)£|\\bgbp\\b|\\bpounds\\b");
    private static final Pattern FACTOR =
            Pattern.compile("(?i).*\\{[a-z0-9_]+}\\s*(?:k|m|mn|bn|thousand|million|billion)\\b.*");
    private static final Pattern SIGN =
            Pattern.compile("(?i).*(?:[<>*~≤≥±+-]\\s*\\{[a-z0-9_]+}|\\{[a-z0-9_]+}\\s*[*†‡#]).*");
    private static final Pattern ONLY_IN_BRACKETS = Pattern.compile("\\(\\s*[^{}]*\\{[A-Za-z0-9_]+}[^{}]*\\)");

    private final Catalogue catalogue;

    ScaleCheck(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Whether words beside or around numbers of a unit say that they are printed in thousands or millions. */
    public static boolean scaled(String words, Unit unit) {
        return switch (unit) {
            case GBP -> POUNDS.matcher(words).matches();
            case COUNT ->
                COUNTS.matcher(words).matches() && !OF_MONEY.matcher(words).find();
            default -> false;
        };
    }

    /** What is not explained of a heading over an indicator in pounds, or one that counts. */
    Optional<String> header(String header, String indicator, boolean scaled) {
        return catalogue
                .indicator(indicator)
                .filter(one -> !scaled && scaled(header, one.unit()))
                .map(one -> "'" + header + "' says that " + (one.unit() == Unit.GBP ? "pounds" : "numbers")
                        + " are printed in thousands or millions. Say 'scale: thousand' or 'scale: million', or"
                        + " 'scale: 1' where they are not.");
    }

    /** What is not explained of the way in which a cell is printed. */
    static Optional<String> cell(CellTemplate template, boolean scaled, PrintedNumbers printed) {
        String text = template.text();
        if (!scaled && FACTOR.matcher(text).matches()) {
            return Optional.of(
                    "'" + text + "' prints thousands or millions. Say 'scale: thousand' or 'scale: million'.");
        }
        if (SIGN.matcher(text).matches()) {
            return Optional.of(
                    "'" + text + "' has a sign or mark beside a figure, which would be lost. Leave it out of 'cell':"
                            + " a figure takes its minus itself, and marks such as * are explained under 'marks'. A bound such as"
                            + " <5 is no figure; list it under 'symbols'.");
        }
        if (ONLY_IN_BRACKETS.matcher(text).matches()) {
            return Optional.of(
                    "'" + text + "' takes a number in brackets as it is. Say 'negative: brackets' and leave the"
                            + " brackets out of 'cell' if such numbers are negative.");
        }
        return Optional.empty();
    }
}
