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
    private static final Pattern FACTOR =
            Pattern.compile("(?i).*\\{[a-z0-9_]+}\\s*(?:k|m|mn|bn|thousand|million|billion)\\b.*");
    private static final Pattern SIGN =
            Pattern.compile("(?i).*(?:[<>*~≤≥±+-]\\s*\\{[a-z0-9_]+}|\\{[a-z0-9_]+}\\s*[*†‡#]).*");
    private static final Pattern ONLY_IN_BRACKETS = Pattern.compile("\\(\\s*[^{}]*\\{[A-Za-z0-9_]+}[^{}]*\\)");

    private final Catalogue catalogue;

    ScaleCheck(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Whether words above or below a table, or the name of its sheet, say that its pounds are thousands or millions. */
    public static boolean scaledPounds(String words) {
        return POUNDS.matcher(words).matches();
    }

    /** What is not explained of a heading over an indicator in pounds. */
    Optional<String> header(String header, String indicator, boolean scaled) {
        boolean pounds = catalogue
                .indicator(indicator)
                .filter(one -> one.unit() == Unit.GBP)
                .isPresent();
        return pounds && !scaled && POUNDS.matcher(header).matches()
                ? Optional.of("'" + header + "' says that pounds are printed in thousands or millions. Say 'scale:"
                        + " thousand' or 'scale: million', or 'scale: 1' where they are not.")
                : Optional.empty();
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
