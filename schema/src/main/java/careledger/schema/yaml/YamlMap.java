package careledger.schema.yaml;

import careledger.schema.text.Nearest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * The keys of one YAML mapping. A key that was asked for is a known key; {@link #finish()} reports the others with the
 * known key that was probably meant.
 */
public final class YamlMap {
    private final YamlFile file;
    private final Optional<Mark> start;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Optional<Mark>> keyMarks = new LinkedHashMap<>();
    private final Set<String> known = new LinkedHashSet<>();

    YamlMap(YamlFile file, Optional<MappingNode> node) {
        this.file = file;
        this.start = node.flatMap(Node::getStartMark);
        node.ifPresent(mapping -> mapping.getValue().forEach(this::add));
    }

    private void add(NodeTuple tuple) {
        String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
        if (values.containsKey(key)) {
            file.report(tuple.getKeyNode().getStartMark(), key, "The key '" + key + "' occurs twice; keep one.");
        }
        values.put(key, tuple.getValueNode());
        keyMarks.put(key, tuple.getKeyNode().getStartMark());
    }

    /** Every key in the order of the file, for mappings whose keys are themselves values. */
    public List<String> keys() {
        known.addAll(values.keySet());
        return List.copyOf(values.keySet());
    }

    public boolean has(String key) {
        known.add(key);
        return values.containsKey(key);
    }

    /** Whether the value of a key is itself keys with values. */
    public boolean holdsKeys(String key) {
        return has(key) && values.get(key) instanceof MappingNode;
    }

    /** Whether the value of a key is a list. */
    public boolean holdsList(String key) {
        return has(key) && values.get(key) instanceof SequenceNode;
    }

    /** The line of a key, or of the mapping itself where the key is missing; first line is 1. */
    public int line(String key) {
        return keyMarks.getOrDefault(key, start).map(mark -> mark.getLine() + 1).orElse(0);
    }

    /** The text of a required key; the empty text, and a problem, where it is missing. */
    public String text(String key) {
        return optionalText(key).orElseGet(() -> {
            if (!values.containsKey(key)) {
                file.report(start, key, "The key '" + key + "' is missing here." + spelledOtherwise(key));
            }
            return "";
        });
    }

    public Optional<String> optionalText(String key) {
        known.add(key);
        Node node = values.get(key);
        if (node == null) {
            return Optional.empty();
        }
        if (node instanceof ScalarNode scalar) {
            if (scalar.getValue().isEmpty() && scalar.getScalarStyle() == ScalarStyle.PLAIN) {
                problemHere(key, "'" + key + "' has no value; give it one (\"\" for nothing), or take the key out.");
            }
            return Optional.of(scalar.getValue());
        }
        file.report(node.getStartMark(), key, "'" + key + "' should be a text, found a list or keys.");
        return Optional.empty();
    }

    public Optional<Integer> optionalInteger(String key) {
        return optionalText(key).flatMap(text -> parsed(key, text, "a whole number", Integer::valueOf));
    }

    public boolean flag(String key) {
        return optionalText(key)
                .flatMap(text -> parsed(key, text, "true or false", YamlMap::strictBoolean))
                .orElse(false);
    }

    /** A value of an enum, written as its constant in any case; the first constant, and a problem, where it is wrong. */
    public <E extends Enum<E>> E constant(String key, Class<E> type) {
        E fallback = type.getEnumConstants()[0];
        String text = text(key);
        return text.isEmpty() && !values.containsKey(key)
                ? fallback
                : toConstant(key, text, type).orElse(fallback);
    }

    public <E extends Enum<E>> Optional<E> optionalConstant(String key, Class<E> type) {
        return optionalText(key).flatMap(text -> toConstant(key, text, type));
    }

    /** The value of a key, read by a parser that throws IllegalArgumentException with what it expected. */
    public <T> Optional<T> optional(String key, Function<String, T> parser) {
        return optionalText(key).flatMap(text -> {
            try {
                return Optional.of(parser.apply(text));
            } catch (IllegalArgumentException e) {
                problem(key, "'" + key + "' is '" + text + "': " + e.getMessage());
                return Optional.empty();
            }
        });
    }

    /** The texts of a list; one text alone counts as a list of one; none where the key is missing. */
    public List<String> texts(String key) {
        known.add(key);
        Node node = values.get(key);
        if (node == null) {
            return List.of();
        }
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue().isEmpty() ? List.of() : List.of(scalar.getValue());
        }
        List<String> texts = new ArrayList<>();
        for (Node element : elements(key, node)) {
            if (element instanceof ScalarNode scalar) {
                texts.add(scalar.getValue());
            } else {
                file.report(element.getStartMark(), key, "'" + key + "' should be a list of texts.");
            }
        }
        return texts;
    }

    /** The mappings of a list; none where the key is missing. */
    public List<YamlMap> maps(String key) {
        known.add(key);
        Node node = values.get(key);
        if (node == null) {
            return List.of();
        }
        List<YamlMap> maps = new ArrayList<>();
        for (Node element : elements(key, node)) {
            if (element instanceof MappingNode mapping) {
                maps.add(new YamlMap(file, Optional.of(mapping)));
            } else {
                file.report(
                        element.getStartMark(),
                        key,
                        "An entry of '" + key + "' should hold keys with values, as in '- {key: value}'.");
            }
        }
        return maps;
    }

    /** A mapping under a key; an empty one where the key is missing. */
    public YamlMap map(String key) {
        known.add(key);
        Node node = values.get(key);
        if (node == null) {
            return new YamlMap(file, Optional.empty());
        }
        if (node instanceof MappingNode mapping) {
            return new YamlMap(file, Optional.of(mapping));
        }
        file.report(
                node.getStartMark(),
                key,
                "'" + key + "' should hold keys with values, each on a line of its own or as in {key: value}.");
        return new YamlMap(file, Optional.empty());
    }

    public void problem(String key, String message) {
        Node value = values.get(key);
        file.report(value == null ? keyMarks.getOrDefault(key, start) : value.getStartMark(), key, message);
    }

    /** Reports something about the mapping as a whole, at the line of a key. */
    public void problemHere(String key, String message) {
        file.report(keyMarks.getOrDefault(key, start), key, message);
    }

    /** A problem at the line of a key, or of the mapping itself where the key is missing; the file does not list it. */
    public YamlProblem at(String key, String message) {
        return file.problem(keyMarks.getOrDefault(key, start), key, message);
    }

    /** Reports every key that was never asked for. */
    public void finish() {
        for (String key : values.keySet()) {
            if (!known.contains(key)) {
                List<String> nearest = Nearest.to(key, known);
                file.report(
                        keyMarks.getOrDefault(key, start),
                        key,
                        "The key '" + key + "' is not known here. "
                                + (nearest.isEmpty()
                                        ? "Known: " + String.join(", ", known) + "."
                                        : "Was '" + nearest.get(0) + "' meant?"));
            }
        }
    }

    /** Takes every key as known, where what they mean depends on one that is wrong. */
    public void ignoreRest() {
        known.addAll(values.keySet());
    }

    private String spelledOtherwise(String key) {
        return Nearest.to(key, values.keySet()).stream()
                .filter(found -> !known.contains(found))
                .findFirst()
                .map(found -> " There is '" + found + "'.")
                .orElse("");
    }

    private List<Node> elements(String key, Node node) {
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        file.report(node.getStartMark(), key, "'" + key + "' should be a list: below it, each entry begins with '- '.");
        return List.of();
    }

    private <T> Optional<T> parsed(String key, String text, String expected, Function<String, T> parser) {
        try {
            return Optional.of(parser.apply(text));
        } catch (IllegalArgumentException e) {
            problem(key, "'" + key + "' should be " + expected + ", found '" + text + "'.");
            return Optional.empty();
        }
    }

    private <E extends Enum<E>> Optional<E> toConstant(String key, String text, Class<E> type) {
        Optional<E> constant = Arrays.stream(type.getEnumConstants())
                .filter(candidate ->
                        candidate.name().equals(text.toUpperCase(Locale.ROOT).replace('-', '_')))
                .findFirst();
        if (constant.isEmpty()) {
            problem(
                    key,
                    "'" + key + "' is '" + text + "', expected one of "
                            + Arrays.stream(type.getEnumConstants())
                                    .map(Enum::name)
                                    .collect(Collectors.joining(", ")) + ".");
        }
        return constant;
    }

    private static Boolean strictBoolean(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }
}
