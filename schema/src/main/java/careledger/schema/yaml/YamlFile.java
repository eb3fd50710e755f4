package careledger.schema.yaml;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A YAML 1.2 file read key by key, so that all mistakes are reported at once, each with its line.
 * Reading never throws for what the file says: look at {@link #problems()} before using what was read.
 */
public final class YamlFile {
    /** Marks the places of a draft that a person has to fill in. */
    public static final String UNFINISHED = "???";

    private final String name;
    private final List<YamlProblem> problems = new ArrayList<>();
    private final Set<Integer> unfinished = new HashSet<>();
    private final YamlMap root;
    private final boolean readable;

    private YamlFile(String name, String text) {
        this.name = name;
        Optional<MappingNode> read = compose(text);
        this.root = new YamlMap(this, read);
        this.readable = read.isPresent();
    }

    /** @param name what messages call the file */
    public static YamlFile parse(String name, String text) {
        return new YamlFile(name, text);
    }

    public YamlMap root() {
        return root;
    }

    /** Whether it could be taken apart at all; what is missing from one that could not says nothing. */
    public boolean readable() {
        return readable;
    }

    public String name() {
        return name;
    }

    public List<YamlProblem> problems() {
        return List.copyOf(problems);
    }

    /** On a line that is marked as unfinished that is all there is to say. */
    void report(Optional<Mark> mark, String key, String message) {
        if (mark.filter(at -> unfinished.contains(at.getLine())).isPresent() || reported(mark, message)) {
            return;
        }
        problems.add(problem(mark, key, message));
    }

    /** A problem at a place of the file, which does not list it yet. */
    YamlProblem problem(Optional<Mark> mark, String key, String message) {
        return new YamlProblem(
                name,
                mark.map(at -> at.getLine() + 1).orElse(0),
                mark.map(at -> at.getColumn() + 1).orElse(0),
                key,
                message);
    }

    private boolean reported(Optional<Mark> mark, String message) {
        int line = mark.map(at -> at.getLine() + 1).orElse(0);
        return problems.stream()
                .anyMatch(one -> one.line() == line && one.message().equals(message));
    }

    private void markUnfinished(Node node, String key) {
        if (node instanceof MappingNode mapping) {
            mapping.getValue()
                    .forEach(tuple -> markUnfinished(
                            tuple.getValueNode(),
                            tuple.getKeyNode() instanceof ScalarNode name ? name.getValue() : key));
        } else if (node instanceof SequenceNode sequence) {
            sequence.getValue().forEach(element -> markUnfinished(element, key));
        } else if (node instanceof ScalarNode scalar
                && scalar.getValue().strip().equals(UNFINISHED)) {
            report(
                    node.getStartMark(),
                    key,
                    "'" + key + "' is still " + UNFINISHED + ", the mark of a draft; put in what it should be.");
            node.getStartMark().ifPresent(at -> unfinished.add(at.getLine()));
        }
    }

    private Optional<MappingNode> compose(String text) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(name)
                .setAllowDuplicateKeys(true)
                .setCodePointLimit(8 * 1024 * 1024)
                .build();
        try {
            Optional<Node> node = new Compose(settings).composeString(text);
            if (node.isPresent() && node.get() instanceof MappingNode mapping) {
                markUnfinished(mapping, "");
                return Optional.of(mapping);
            }
            report(node.flatMap(Node::getStartMark), "", "Expected keys with values ('key: value'), found none.");
        } catch (MarkedYamlEngineException e) {
            report(e.getProblemMark(), "", "Not readable as YAML: " + e.getProblem() + ". " + YamlRemedy.of(text, e));
        } catch (YamlEngineException e) {
            report(Optional.empty(), "", "Not readable as YAML: " + e.getMessage());
        }
        return Optional.empty();
    }
}
