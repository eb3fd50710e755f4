package careledger.release.guard;

import careledger.schema.catalogue.Unit;
import careledger.schema.yaml.YamlFile;
import careledger.schema.yaml.YamlMap;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The rules of {@code guards.yaml}: how much each guard allows, and for moves, how far by unit. */
public final class GuardRules {
    private static final String FILE = "guards.yaml";
    private static final GuardRules BUILT_IN = read();

    private final Map<Guard, Integer> most;
    private final List<MoveRule> moves;

    private GuardRules(Map<Guard, Integer> most, List<MoveRule> moves) {
        this.most = new EnumMap<>(most);
        this.moves = List.copyOf(moves);
    }

    public static GuardRules builtIn() {
        return BUILT_IN;
    }

    int most(Guard guard) {
        return Objects.requireNonNull(most.get(guard));
    }

    List<MoveRule> moves() {
        return moves;
    }

    /** @throws IllegalStateException with every problem, also where a guard or a unit has no rule */
    static GuardRules parse(String text) {
        YamlFile file = YamlFile.parse(FILE, text);
        YamlMap root = file.root();
        Map<Guard, Integer> most = new EnumMap<>(Guard.class);
        List<MoveRule> moves = new ArrayList<>();
        for (Guard guard : Guard.values()) {
            YamlMap rule = root.map(guard.key());
            rule.text("reason");
            most.put(guard, most(rule));
            if (guard == Guard.HEADLINES_MOVE) {
                moves.addAll(moves(rule));
            }
            rule.finish();
        }
        root.finish();
        if (!file.problems().isEmpty()) {
            throw new IllegalStateException("The rules of the guards do not hold together: " + file.problems());
        }
        return new GuardRules(most, moves);
    }

    private static GuardRules read() {
        try (InputStream in = Objects.requireNonNull(GuardRules.class.getResourceAsStream(FILE), FILE)) {
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " cannot be read.", e);
        }
    }

    private static int most(YamlMap rule) {
        return rule.optionalInteger("most").orElseGet(() -> {
            rule.problem("most", "How many are allowed is not said.");
            return 0;
        });
    }

    private static List<MoveRule> moves(YamlMap rules) {
        Map<Unit, MoveRule> moves = new EnumMap<>(Unit.class);
        for (YamlMap entry : rules.maps("units")) {
            Unit unit = entry.constant("unit", Unit.class);
            boolean absolute = entry.constant("by", Distance.class) == Distance.ABSOLUTE;
            double more = entry.optional("more", Double::valueOf).orElse(0.0);
            double atLeast = entry.optional("atLeast", Double::valueOf).orElse(0.0);
            if (more <= 0) {
                entry.problem("more", "A figure may move by more than 0.");
            } else {
                moves.put(unit, new MoveRule(unit, absolute, more, atLeast));
            }
            entry.finish();
        }
        for (Unit unit : Unit.values()) {
            if (!moves.containsKey(unit)) {
                rules.problem("units", "The unit " + unit + " has no rule.");
            }
        }
        return new ArrayList<>(moves.values());
    }

    private enum Distance {
        ABSOLUTE,
        PERCENT
    }
}
