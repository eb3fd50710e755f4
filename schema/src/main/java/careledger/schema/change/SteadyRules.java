package careledger.schema.change;

import careledger.schema.catalogue.Unit;
import careledger.schema.change.SteadyRule.Distance;
import careledger.schema.yaml.YamlFile;
import careledger.schema.yaml.YamlMap;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** One rule a unit, of {@code steady.yaml}. */
public final class SteadyRules {
    private static final String FILE = "steady.yaml";
    private static final Map<Unit, SteadyRule> BUILT_IN = read();

    private SteadyRules() {}

    public static SteadyRule of(Unit unit) {
        return Objects.requireNonNull(BUILT_IN.get(unit));
    }

    private static Map<Unit, SteadyRule> read() {
        try (InputStream in = SteadyRules.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("There is no " + FILE + " beside " + SteadyRules.class.getName() + ".");
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " cannot be read.", e);
        }
    }

    /** @throws IllegalStateException with every problem, also where a unit has no rule */
    static Map<Unit, SteadyRule> parse(String text) {
        YamlFile file = YamlFile.parse(FILE, text);
        Map<Unit, SteadyRule> rules = new EnumMap<>(Unit.class);
        for (YamlMap entry : file.root().maps("units")) {
            Unit unit = entry.constant("unit", Unit.class);
            rules.put(
                    unit,
                    new SteadyRule(
                            unit,
                            entry.constant("by", Distance.class),
                            entry.optional("tolerance", Double::valueOf).orElse(0.0),
                            entry.flag("percentChange"),
                            entry.text("reason")));
            entry.finish();
        }
        file.root().finish();
        for (Unit unit : Unit.values()) {
            if (!rules.containsKey(unit)) {
                file.root().problem("units", "The unit " + unit + " has no rule.");
            }
        }
        if (!file.problems().isEmpty()) {
            throw new IllegalStateException("The rules of change do not hold together: " + file.problems());
        }
        return rules;
    }
}
