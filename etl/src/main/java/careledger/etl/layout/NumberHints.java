package careledger.etl.layout;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What to do about a cell that a person reads as a number and the mapping does not. */
final class NumberHints {
    private static final String DIGITS = "[0-9][0-9,]*(?:\\.[0-9]+)?";
    private static final Pattern PERCENT = Pattern.compile("-?\\(?" + DIGITS + "\\)?\\s*%");
    private static final Pattern POUNDS = Pattern.compile("-?\\(?£\\s*-?\\(?" + DIGITS + "\\)?");
    private static final Pattern SCALED =
            Pattern.compile("(?i)-?\\(?£?\\s*" + DIGITS + "\\s*(k|m|mn|bn|thousand|million|billion)\\)?");
    private static final Pattern BRACKETS = Pattern.compile("£?\\s*\\(\\s*£?\\s*" + DIGITS + "\\s*\\)");
    private static final Pattern DECIMAL_COMMA =
            Pattern.compile("-?(?:[0-9]+,[0-9]{1,2}|[0-9]{1,3}(?:\\.[0-9]{3})+,[0-9]+)");
    private static final Pattern SPACED =
            Pattern.compile("-?[0-9]{1,3}(?:[\\s\\u00a0\\u2009\\u202f'’][0-9]{3})+(?:\\.[0-9]+)?");
    private static final Pattern BOUND = Pattern.compile(
            "(?i)(?:[<>≤≥~]|c\\.|over|under|about|approx\\w*)\\s*" + DIGITS + "%?|" + DIGITS + "\\s*\\+");
    private static final Pattern MARKED =
            Pattern.compile("-?£?" + DIGITS + "%?\\s*([^-–−<>=+:/0-9,.\\s%)]{1,3}|[(\\[][^0-9)\\]]{1,3}[)\\]])");
    private static final Pattern NOTHING = Pattern.compile("£?\\s*[-–—]|(?i)nil|none");

    private static final Pattern DURATION = Pattern.compile("[0-9]+:[0-5]?[0-9](?::[0-5]?[0-9])?");

    private static final Pattern WORDS = Pattern.compile("[\\p{L}][\\p{L}\\s,'’()-]*");

    private NumberHints() {}

    /** The advice, beginning with a space; empty where the text is like no number. */
    static String of(String text) {
        String cell = text.strip();
        Matcher marked = MARKED.matcher(cell);
        Matcher scaled = SCALED.matcher(cell);
        if (PERCENT.matcher(cell).matches()) {
            return " A % is read where the measure is a percentage; name such a measure, and 'negative: brackets' where"
                    + " brackets are negative.";
        } else if (BRACKETS.matcher(cell).matches()) {
            return " Say 'negative: brackets' if numbers in brackets are negative.";
        } else if (POUNDS.matcher(cell).matches()) {
            return " A £ is read where the measure is in pounds; name such a measure.";
        } else if (scaled.matches()) {
            return " In a wide table, say 'cell: \""
                    + cell.replaceFirst(DIGITS, "{value}").replace("$", "") + "\"' and what '" + scaled.group(1)
                    + "' is worth with 'scale'; elsewhere, print the numbers without it.";
        } else if (DECIMAL_COMMA.matcher(cell).matches()) {
            return " Commas are read only between thousands; print decimals after a point.";
        } else if (SPACED.matcher(cell).matches()) {
            return " Thousands are separated by commas or not at all.";
        } else if (BOUND.matcher(cell).matches()) {
            return " A bound or a rough number is no figure; list it under 'symbols', as in {\"" + cell + "\": LOW}.";
        } else if (NOTHING.matcher(cell).matches()) {
            return " If it is 0, list it under 'zero'; if there is no figure, under 'symbols'.";
        } else if (marked.matches()) {
            return " If '" + marked.group(1) + "' is a mark, list it under 'marks'.";
        } else if (DURATION.matcher(cell).matches()) {
            return " A duration is read as the key 'duration' says, such as 'h:mm as minutes'.";
        } else if (WORDS.matcher(cell).matches()) {
            return " Words for a figure that is not there are listed under 'symbols', grades under 'grades'.";
        }
        return "";
    }
}
