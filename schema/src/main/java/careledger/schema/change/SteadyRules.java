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
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The rules of {@code steady.yaml}: one a unit, and one for each indicator whose scale is another. */
public final class SteadyRules {
    private static final String FILE = "steady.yaml";
    private static final SteadyRules BUILT_IN = read();

    private final Map<Unit, SteadyRule> byUnit = new EnumMap<>(Unit.class);
    private final Map<String, SteadyRule> byIndicator = new HashMap<>();

    private SteadyRules() {}

    /** The rule of the indicator, else that of its unit. */
    public static SteadyRule of(String indicator, Unit unit) {
        return BUILT_IN.rule(indicator, unit);
    }

    /** The indicators that have a rule of their own. */
    static Set<String> indicators() {
        return Set.copyOf(BUILT_IN.byIndicator.keySet());
    }

    SteadyRule rule(String indicator, Unit unit) {
        return byIndicator.getOrDefault(indicator, Objects.requireNonNull(byUnit.get(unit)));
    }

    private static SteadyRules read() {
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
    static SteadyRules parse(String text) {
        YamlFile file = YamlFile.parse(FILE, text);
        SteadyRules rules = new SteadyRules();
        for (YamlMap entry : file.root().maps("units")) {
            Unit unit = entry.constant("unit", Unit.class);
            rules.byUnit.put(unit, rule("steady/" + unit, entry));
        }
        for (YamlMap entry : file.root().maps("indicators")) {
            String indicator = entry.text("indicator");
            rules.byIndicator.put(indicator, rule("steady/" + indicator, entry));
        }
        file.root().finish();
        for (Unit unit : Unit.values()) {
            if (!rules.byUnit.containsKey(unit)) {
                file.root().problem("units", "The unit " + unit + " has no rule.");
            }
        }
        if (!file.problems().isEmpty()) {
            throw new IllegalStateException("The rules of change do not hold together: " + file.problems());
        }
        return rules;
    }

    private static SteadyRule rule(String id, YamlMap entry) {
        SteadyRule rule = new SteadyRule(
                id,
                entry.constant("by", Distance.class),
                entry.optional("tolerance", Double::valueOf).orElse(0.0),
                entry.optional("atLeast", Double::valueOf).orElse(0.0),
                entry.flag("percentChange"),
                entry.text("reason"));
        entry.finish();
        return rule;
    }
}
