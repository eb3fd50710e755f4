package careledger.etl.draft;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the texts of cells look like. */
final class CellTexts {
    private static final String NUMBER = "-?(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d*)?";
    private static final Pattern PLAIN = Pattern.compile(NUMBER);
    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d{2}");
    /** How cells are printed, with two figures first; the first that fits is that of the cell. */
    private static final Map<String, Pattern> SHAPES = shapes();

    private static final Pattern NEGATIVE = Pattern.compile("£?\\(£?" + NUMBER + "\\)");

    private static final Map<String, String> SYMBOLS = Map.of(
            "c", "CONFIDENTIAL",
            "x", "NOT_AVAILABLE",
            "z", "NOT_APPLICABLE",
            "low", "LOW",
            "k", "LOW",
            "u", "UNRELIABLE",
            "n/a", "NOT_AVAILABLE",
            "na", "NOT_AVAILABLE",
            ":", "NOT_AVAILABLE",
            "..", "NOT_AVAILABLE");
    private static final Set<String> UNCERTAIN_SYMBOLS = Set.of("*", "-", "–", "~", ".", "†", "#", "not available");

    private CellTexts() {}

    static boolean blank(String cell) {
        return cell.isBlank();
    }

    /** Whether a cell holds a figure, in whatever dress. */
    static boolean figure(String cell) {
        return shape(cell).isPresent();
    }

    static boolean year(String cell) {
        return YEAR.matcher(cell.strip()).matches();
    }

    /** How a cell with a figure is printed, as extract.yaml says it. */
    static Optional<String> shape(String cell) {
        String text = cell.strip();
        return SHAPES.entrySet().stream()
                .filter(shape -> shape.getValue().matcher(text).matches())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Every shape, in the order in which they are tried. */
    static Set<String> everyShape() {
        return SHAPES.keySet();
    }

    /** Whether a cell is a number in brackets, as accounts print what is less than nothing. */
    static boolean negative(String cell) {
        return NEGATIVE.matcher(cell.strip()).matches();
    }

    /** Its first number, if there is one. */
    static Optional<BigDecimal> number(String cell) {
        Matcher number = PLAIN.matcher(cell);
        if (!figure(cell) || !number.find()) {
            return Optional.empty();
        }
        String digits = number.group().replace(",", "");
        BigDecimal read = new BigDecimal(digits.endsWith(".") ? digits.substring(0, digits.length() - 1) : digits);
        return Optional.of(negative(cell) ? read.negate() : read);
    }

    static int decimals(String cell) {
        return number(cell).map(number -> Math.max(0, number.scale())).orElse(0);
    }

    private static Map<String, Pattern> shapes() {
        Map<String, String> printed = new LinkedHashMap<>();
        printed.put("{count} ({percent}%)", NUMBER + " *\\(" + NUMBER + "%\\)");
        printed.put("{percent}% ({count})", NUMBER + "% *\\(" + NUMBER + "\\)");
        printed.put("{count} {percent}%", NUMBER + " +" + NUMBER + "%");
        printed.put("{percent}% {count}", NUMBER + "% +" + NUMBER);
        printed.put("{value}%", NUMBER + " ?%");
        printed.put("£{value}m", "-?£" + NUMBER + " ?m");
        printed.put("£{value}k", "-?£" + NUMBER + " ?k");
        printed.put("£{value}", "£" + NUMBER + "|£?\\(£" + NUMBER + "\\)|£\\(" + NUMBER + "\\)");
        printed.put("{value}", NUMBER + "|\\(" + NUMBER + "\\)");
        Map<String, Pattern> shapes = new LinkedHashMap<>();
        printed.forEach((shape, pattern) -> shapes.put(shape, Pattern.compile(pattern)));
        return shapes;
    }

    static boolean symbol(String cell) {
        String text = cell.strip().toLowerCase(Locale.UK);
        return SYMBOLS.containsKey(text) || UNCERTAIN_SYMBOLS.contains(text);
    }

    /** What a symbol stands for. */
    static Guess meaning(String symbol) {
        String known = SYMBOLS.get(symbol.strip().toLowerCase(Locale.UK));
        return known == null
                ? Guess.unsure(
                        "CONFIDENTIAL, LOW, UNRELIABLE, NOT_AVAILABLE or NOT_APPLICABLE; the document's notes may say")
                : Guess.likely(known, "the usual meaning");
    }

    static boolean allMatch(List<String> cells, String regex) {
        Pattern pattern = Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        return !cells.isEmpty()
                && cells.stream().allMatch(cell -> pattern.matcher(cell.strip()).matches());
    }
}
