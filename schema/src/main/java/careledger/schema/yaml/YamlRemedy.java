package careledger.schema.yaml;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** What to do about a text that is not readable as YAML: mostly a text needs quotes. */
final class YamlRemedy {
    private static final Pattern PAIR =
            Pattern.compile("^(\\s*(?:-\\s+)?(?:[^\\s:#\"'{\\[]|\\S[^:#\"'{\\[]*))\\s*:\\s+(\\S.*)$");
    private static final Pattern FLOW_SYMBOL = Pattern.compile("[{,\\[]\\s*([*&%@`!|>]\\S*?)\\s*[:,}\\]]");
    private static final String SPECIAL = "[{*&!%@`|>#\"'";

    private YamlRemedy() {}

    /** @return a sentence that ends with a full stop */
    static String of(String text, MarkedYamlEngineException failure) {
        List<String> lines = text.lines().toList();
        List<String> near = Stream.of(
                        at(failure.getProblemMark(), 0),
                        at(failure.getContextMark(), 0),
                        at(failure.getProblemMark(), -1))
                .flatMap(Optional::stream)
                .filter(line -> line >= 0 && line < lines.size())
                .distinct()
                .map(lines::get)
                .toList();
        return near.stream()
                .flatMap(line -> ofLine(line).stream())
                .findFirst()
                .orElse(
                        "Check that this line begins as far in as its neighbours, and put texts with any of : # [ ] { } * &"
                                + " % @ ' in double quotes.");
    }

    private static Optional<Integer> at(Optional<Mark> mark, int further) {
        return mark.map(one -> one.getLine() + further);
    }

    private static Optional<String> ofLine(String line) {
        if (line.matches("\\s*\\t.*")) {
            return Optional.of("Begin the line with spaces; a tab is not allowed there.");
        }
        Matcher pair = PAIR.matcher(line);
        if (pair.matches()
                && !pair.group(1).contains("{")
                && needsQuotes(pair.group(2).strip())) {
            String value = pair.group(2).strip().replaceAll("^[\"']|[\"']$", "").replace("\"", "\\\"");
            return Optional.of("Put the text in double quotes: " + pair.group(1).strip() + ": \"" + value + "\".");
        }
        Matcher symbol = FLOW_SYMBOL.matcher(line);
        if (symbol.find()) {
            return Optional.of("Put '" + symbol.group(1) + "' in double quotes: \"" + symbol.group(1) + "\".");
        }
        return Optional.empty();
    }

    private static boolean needsQuotes(String value) {
        boolean flow = value.matches("(\\{.*}|\\[.*])");
        return !flow
                && (SPECIAL.indexOf(value.charAt(0)) >= 0
                        || value.contains(": ")
                        || value.endsWith(":")
                        || value.contains(" #"));
    }
}
