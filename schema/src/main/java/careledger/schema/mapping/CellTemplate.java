package careledger.schema.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a cell is printed, such as {@code {count} ({percent}%)}. A space stands for any run of spaces; what a placeholder
 * for a figure takes has no space in it.
 */
public final class CellTemplate {
    /** Placeholders that are remarks on the cell's first figure, not figures. */
    public static final Set<String> REMARKS = Set.of("band", "quartile", "rag", "direction", "lower", "upper");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z][A-Za-z0-9_]*)}");

    private final String text;
    private final List<String> placeholders = new ArrayList<>();
    private final Pattern pattern;

    private CellTemplate(String text) {
        this.text = text;
        StringBuilder regex = new StringBuilder();
        Matcher matcher = PLACEHOLDER.matcher(text);
        int done = 0;
        while (matcher.find()) {
            regex.append(literal(text.substring(done, matcher.start())));
            regex.append(REMARKS.contains(matcher.group(1)) ? "(.+?)" : "(\\S+?)");
            placeholders.add(matcher.group(1));
            done = matcher.end();
        }
        this.pattern =
                Pattern.compile(regex.append(literal(text.substring(done))).toString());
    }

    /** @throws IllegalArgumentException if there is no placeholder, or one occurs twice */
    public static CellTemplate parse(String text) {
        CellTemplate template = new CellTemplate(text.strip());
        if (template.figures().isEmpty()) {
            throw new IllegalArgumentException("a cell needs a placeholder for a figure, such as '{value}'");
        }
        if (Set.copyOf(template.placeholders).size() < template.placeholders.size()) {
            throw new IllegalArgumentException("a placeholder occurs twice");
        }
        return template;
    }

    public String text() {
        return text;
    }

    /** Placeholders of figures, in the order of the text. */
    public List<String> figures() {
        return placeholders.stream().filter(name -> !REMARKS.contains(name)).toList();
    }

    /** What each placeholder takes of a cell, in the order of the text; empty where the cell is printed otherwise. */
    public Optional<Map<String, String>> match(String cell) {
        Matcher matcher = pattern.matcher(cell.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Map<String, String> taken = new LinkedHashMap<>();
        for (int i = 0; i < placeholders.size(); i++) {
            taken.put(placeholders.get(i), matcher.group(i + 1));
        }
        return Optional.of(taken);
    }

    @Override
    public String toString() {
        return text;
    }

    private static String literal(String text) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            boolean space = Character.isWhitespace(text.charAt(i));
            if (!space) {
                regex.append(Pattern.quote(text.substring(i, i + 1)));
            } else if (i == 0 || !Character.isWhitespace(text.charAt(i - 1))) {
                regex.append("\\s+");
            }
        }
        return regex.toString();
    }
}
