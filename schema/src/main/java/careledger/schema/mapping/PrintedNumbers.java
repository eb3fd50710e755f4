package careledger.schema.mapping;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How the numbers of a table are printed besides their digits.
 *
 * @param marks footnote and revision marks beside numbers, with what each means; a mark without a meaning is dropped
 * @param negativeInBrackets whether {@code (12)} is minus twelve
 * @param grades words of an ordered scale, such as those of Ofsted, with the number of each
 * @param zeros what is printed for the number 0, such as the dash of a budget table
 * @param duration how durations are printed; empty where there are none
 */
public record PrintedNumbers(
        Map<String, String> marks,
        boolean negativeInBrackets,
        Map<String, BigDecimal> grades,
        Set<String> zeros,
        Optional<PrintedDuration> duration) {
    public static final PrintedNumbers PLAIN =
            new PrintedNumbers(Map.of(), false, Map.of(), Set.of(), Optional.empty());

    /** Written as {@code £-5}, so that one pattern for cells fits numbers of both signs. */
    private static final Pattern SIGN_BEFORE_POUNDS = Pattern.compile("[-\u2212\u2013]\\s*£\\s*([0-9].*)");

    /** Signs of units outside the brackets: {@code £(12)} and {@code (12)%}. */
    private static final Pattern POUNDS_AND_BRACKETS = Pattern.compile("£\\s*\\(\\s*([0-9][^()]*?)\\s*\\)");

    private static final Pattern BRACKETS_AND_PERCENT = Pattern.compile("\\(\\s*([0-9][^()%]*?)\\s*\\)\\s*%");

    private static final Pattern BRACKETS = Pattern.compile("\\(\\s*([^()]*[0-9][^()]*?)\\s*\\)");

    public PrintedNumbers {
        marks = Map.copyOf(marks);
        Map<String, BigDecimal> plain = new HashMap<>();
        grades.forEach((word, number) -> plain.put(word(word), number));
        grades = Map.copyOf(plain);
        zeros = zeros.stream().map(PrintedNumbers::word).collect(Collectors.toUnmodifiableSet());
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

    /** Whether a text is a grade of the table's scale. */
    public boolean grade(String text) {
        return grades.containsKey(word(text));
    }

    /** A text without marks as a number with a sign and digits, as far as the mapping explains it; else unchanged. */
    public String number(String text) {
        BigDecimal grade = grades.get(word(text));
        if (grade != null) {
            return grade.toPlainString();
        }
        if (zeros.contains(word(text))) {
            return "0";
        }
        return duration.flatMap(printed -> printed.read(text))
                .map(BigDecimal::toPlainString)
                .orElseGet(() -> signed(text));
    }

    private static String word(String text) {
        return text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    /** A number in brackets with its sign, where the table prints negative numbers so. */
    private String signed(String number) {
        Matcher brackets = BRACKETS.matcher(number.strip());
        Matcher poundsFirst = POUNDS_AND_BRACKETS.matcher(number.strip());
        Matcher percentLast = BRACKETS_AND_PERCENT.matcher(number.strip());
        String signed = number;
        if (negativeInBrackets && brackets.matches()) {
            signed = "-" + brackets.group(1);
        } else if (negativeInBrackets && poundsFirst.matches()) {
            signed = "-£" + poundsFirst.group(1);
        } else if (negativeInBrackets && percentLast.matches()) {
            signed = "-" + percentLast.group(1) + "%";
        }
        Matcher pounds = SIGN_BEFORE_POUNDS.matcher(signed.strip());
        return pounds.matches() ? "£-" + pounds.group(1) : signed;
    }

    private Optional<String> mark(String text) {
        return marks.keySet().stream()
                .filter(mark -> text.length() > mark.length())
                .filter(mark -> isAfterNumber(text, mark) || text.startsWith(mark))
                .max(Comparator.comparingInt(String::length).thenComparing(Comparator.reverseOrder()));
    }

    /** A letter is a mark only right after a number, so that no word loses its end. */
    private boolean isAfterNumber(String text, String mark) {
        if (!text.endsWith(mark)) {
            return false;
        }
        String before = text.substring(0, text.length() - mark.length()).stripTrailing();
        if (grade(before)) {
            return true;
        }
        return !before.isEmpty() && !Character.isLetter(before.charAt(before.length() - 1));
    }
}
