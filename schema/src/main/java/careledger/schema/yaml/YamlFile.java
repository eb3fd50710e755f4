package careledger.schema.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * A YAML 1.2 file read key by key, so that every mistake in it is told with its line, and all of them at once.
 * Reading never throws for what the file says: look at {@link #problems()} before using what was read.
 */
public final class YamlFile {
    private final String name;
    private final List<YamlProblem> problems = new ArrayList<>();
    private final YamlMap root;

    private YamlFile(String name, String text) {
        this.name = name;
        this.root = new YamlMap(this, compose(text));
    }

    /** @param name what messages call the file */
    public static YamlFile parse(String name, String text) {
        return new YamlFile(name, text);
    }

    public YamlMap root() {
        return root;
    }

    public String name() {
        return name;
    }

    public List<YamlProblem> problems() {
        return List.copyOf(problems);
    }

    void report(Optional<Mark> mark, String key, String message) {
        problems.add(new YamlProblem(
                name,
                mark.map(at -> at.getLine() + 1).orElse(0),
                mark.map(at -> at.getColumn() + 1).orElse(0),
                key,
                message));
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
                return Optional.of(mapping);
            }
            report(node.flatMap(Node::getStartMark), "", "Expected keys with values ('key: value'), found none.");
        } catch (MarkedYamlEngineException e) {
            report(e.getProblemMark(), "", "Not readable as YAML: " + e.getProblem() + ".");
        } catch (YamlEngineException e) {
            report(Optional.empty(), "", "Not readable as YAML: " + e.getMessage());
        }
        return Optional.empty();
    }
}
