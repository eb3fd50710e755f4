package careledger.schema.targets;

import careledger.schema.targets.TargetElsewhere.Show;
import careledger.schema.yaml.YamlFile;
import careledger.schema.yaml.YamlMap;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The targets of {@code elsewhere.yaml}, in its order. */
public final class TargetsElsewhere {
    private static final String FILE = "elsewhere.yaml";
    private static final List<TargetElsewhere> BUILT_IN = read();

    private TargetsElsewhere() {}

    /** Targets of other indicators that are shown on the trend of this one. */
    public static List<TargetElsewhere> on(String indicator) {
        return BUILT_IN.stream().filter(target -> target.on().equals(indicator)).toList();
    }

    static List<TargetElsewhere> all() {
        return BUILT_IN;
    }

    private static List<TargetElsewhere> read() {
        try (InputStream in = TargetsElsewhere.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(
                        "There is no " + FILE + " beside " + TargetsElsewhere.class.getName() + ".");
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " cannot be read.", e);
        }
    }

    /** @throws IllegalStateException with every problem */
    static List<TargetElsewhere> parse(String text) {
        YamlFile file = YamlFile.parse(FILE, text);
        List<TargetElsewhere> targets = new ArrayList<>();
        for (YamlMap entry : file.root().maps("targets")) {
            String of = entry.text("of");
            String on = entry.text("on");
            Show show = entry.constant("show", Show.class);
            String reason = entry.text("reason");
            entry.finish();
            if (of.equals(on)) {
                entry.problem("on", "'" + on + "' is the indicator that the target is of; name another.");
            } else if (!reason.isBlank()) {
                targets.add(new TargetElsewhere(of, on, show, reason));
            }
        }
        file.root().finish();
        if (!file.problems().isEmpty()) {
            throw new IllegalStateException("The targets shown elsewhere do not hold together: " + file.problems());
        }
        return List.copyOf(targets);
    }
}
