package careledger.schema.mapping;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the numbers of a table are printed besides their digits.
 *
 * @param marks footnote and revision marks beside numbers, with what each means; a mark without a meaning is dropped
 * @param negativeInBrackets whether {@code (12)} is minus twelve
 */
public record PrintedNumbers(Map<String, String> marks, boolean negativeInBrackets) {
    public static final PrintedNumbers PLAIN = new PrintedNumbers(Map.of(), false);

    private static final Pattern BRACKETS = Pattern.compile("\\(\\s*([^()]*[0-9][^()]*?)\\s*\\)");

    public PrintedNumbers {
        marks = Map.copyOf(marks);
    }

    /**
     * A text without its marks.
     *
     * @param notes what the marks mean
     */
    public record Unmarked(String text, List<String> notes) {}

    /** Takes the marks off the beginning and the end of a cell. */
    public Unmarked unmarked(String cell) {
        Map<String, String> notes = new HashMap<>();
        String text = cell.strip();
        for (Optional<String> mark = mark(text); mark.isPresent(); mark = mark(text)) {
            String found = mark.get();
            String meaning = marks.getOrDefault(found, "");
            if (!meaning.isBlank()) {
                notes.put(found, meaning);
            }
            text = (text.endsWith(found)
                            ? text.substring(0, text.length() - found.length())
                            : text.substring(found.length()))
                    .strip();
        }
        return new Unmarked(text, notes.values().stream().sorted().toList());
    }

    /** A number in brackets with its sign, where the table prints negative numbers so. */
    public String signed(String number) {
        Matcher brackets = BRACKETS.matcher(number.strip());
        return negativeInBrackets && brackets.matches() ? "-" + brackets.group(1) : number;
    }

    private Optional<String> mark(String text) {
        return marks.keySet().stream()
                .filter(mark -> text.length() > mark.length())
                .filter(mark -> isAfterNumber(text, mark) || text.startsWith(mark))
                .max(Comparator.comparingInt(String::length).thenComparing(Comparator.reverseOrder()));
    }

    /** A letter is a mark only right after a number, so that no word loses its end. */
    private static boolean isAfterNumber(String text, String mark) {
        if (!text.endsWith(mark)) {
            return false;
        }
        String before = text.substring(0, text.length() - mark.length()).stripTrailing();
        return !before.isEmpty() && !Character.isLetter(before.charAt(before.length() - 1));
    }
}
