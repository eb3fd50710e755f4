package careledger.schema.change;

import careledger.schema.catalogue.Unit;
import careledger.schema.change.SteadyRule.Narrower;
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
import java.util.Optional;
import java.util.Set;

/** The rules of {@code steady.yaml}: one for each unit, and a narrower one for each indicator whose scale needs it. */
public final class SteadyRules {
    private static final String FILE = "steady.yaml";
    private static final SteadyRules BUILT_IN = read();

    private final Map<Unit, SteadyRule> byUnit = new EnumMap<>(Unit.class);
    private final Map<String, Narrower> narrower = new HashMap<>();

    private SteadyRules() {}

    /** The rule of the indicator, else that of its unit. */
    public static SteadyRule of(String indicator, Unit unit) {
        return BUILT_IN.rule(indicator, unit);
    }

    /** The indicators that have a rule of their own. */
    static Set<String> indicators() {
        return Set.copyOf(BUILT_IN.narrower.keySet());
    }

    SteadyRule rule(String indicator, Unit unit) {
        SteadyRule usual = Objects.requireNonNull(byUnit.get(unit));
        return Optional.ofNullable(narrower.get(indicator))
                .map(own -> new SteadyRule("steady/" + indicator, unit, Optional.of(own), usual.percentChange()))
                .orElse(usual);
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
            rules.byUnit.put(
                    unit, new SteadyRule("steady/" + unit, unit, Optional.empty(), entry.flag("percentChange")));
            entry.finish();
        }
        for (YamlMap entry : file.root().maps("indicators")) {
            String indicator = entry.text("indicator");
            Narrower narrower =
                    new Narrower(entry.optional("tolerance", Double::valueOf).orElse(0.0), entry.text("reason"));
            rules.narrower.put(indicator, narrower);
            entry.finish();
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
}
