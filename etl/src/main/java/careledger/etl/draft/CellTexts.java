package careledger.etl.draft;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What the texts of cells look like. */
final class CellTexts {
    private static final String NUMBER = "-?(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d*)?";
    private static final Pattern PLAIN = Pattern.compile(NUMBER);
    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d{2}");
    /** How cells are printed, nearest to plain last, with the cell of extract.yaml that says so. */
    private static final Map<Pattern, String> SHAPES = Map.of(
            Pattern.compile(NUMBER + " *\\(" + NUMBER + "%\\)"),
            "{count} ({percent}%)",
            Pattern.compile(NUMBER + "% *\\(" + NUMBER + "\\)"),
            "{percent}% ({count})",
            Pattern.compile(NUMBER + "%"),
            "{value}%",
            Pattern.compile("£" + NUMBER),
            "£{value}",
            PLAIN,
            "{value}");

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
                .filter(shape -> shape.getKey().matcher(text).matches())
                .map(Map.Entry::getValue)
                .findFirst();
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
