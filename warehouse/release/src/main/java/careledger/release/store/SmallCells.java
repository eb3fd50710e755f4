package careledger.release.store;

import careledger.schema.disclosure.DisclosureRules;
import careledger.schema.observation.Breakdown;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Finds the cells that could identify a child. A small count by a characteristic is one; where it is the only cell withheld
 * among the parts of a total, the smallest other part is withheld too, since the total less the rest would give it away.
 * Cells of one key are one cell, whichever documents print it.
 */
final class SmallCells {
    private final DisclosureRules rules;
    private final Map<Cell, Double> counts = new LinkedHashMap<>();
    private final Map<Cell, WithheldReason> withheld = new LinkedHashMap<>();

    /** What is counted, where, when and of whom. */
    record Cell(String indicator, String area, String period, SortedMap<String, String> members) {
        static Cell of(String indicator, String area, String period, String breakdown) {
            return new Cell(indicator, area, period, Breakdown.parse(breakdown).members());
        }

        /** The same of another indicator. */
        Cell of(String other) {
            return new Cell(other, area, period, members);
        }

        /** The other parts of the total over one dimension have the same line. */
        private Cell line(String dimension) {
            SortedMap<String, String> line = new TreeMap<>(members);
            line.put(dimension, "");
            return new Cell(indicator, area, period, line);
        }
    }

    private SmallCells(DisclosureRules rules) {
        this.rules = rules;
    }

    /** @param cells the count of each; where documents differ, any of them that is small decides */
    static Map<Cell, WithheldReason> find(DisclosureRules rules, Map<Cell, List<Double>> cells) {
        SmallCells found = new SmallCells(rules);
        cells.forEach(found::add);
        found.protect();
        return found.withheld;
    }

    private void add(Cell key, List<Double> said) {
        said.stream().max(Comparator.naturalOrder()).ifPresent(count -> counts.put(key, count));
        boolean characteristic = key.members().keySet().stream().anyMatch(rules.characteristics()::contains);
        if (characteristic && said.stream().anyMatch(rules::small)) {
            withheld.put(key, WithheldReason.SMALL_COUNT);
        }
    }

    /** Goes on until no withheld cell is alone in a line. */
    private void protect() {
        Map<Cell, List<Cell>> lines = lines();
        boolean changed = !withheld.isEmpty();
        while (changed) {
            changed = false;
            for (List<Cell> line : lines.values()) {
                Optional<Cell> second = alone(line) ? smallestOther(line) : Optional.empty();
                second.ifPresent(key -> withheld.put(key, WithheldReason.WOULD_REVEAL_A_SMALL_COUNT));
                changed |= second.isPresent();
            }
        }
    }

    private Map<Cell, List<Cell>> lines() {
        Map<Cell, List<Cell>> lines = new HashMap<>();
        counts.keySet().forEach(key -> key.members()
                .keySet()
                .forEach(dimension -> lines.merge(key.line(dimension), List.of(key), SmallCells::joined)));
        return lines;
    }

    private static List<Cell> joined(Collection<Cell> some, Collection<Cell> more) {
        List<Cell> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }

    private boolean alone(List<Cell> line) {
        return line.stream().filter(this::hides).count() == 1;
    }

    private boolean hides(Cell key) {
        return withheld.containsKey(key) && count(key).orElse(0) > 0;
    }

    private Optional<Cell> smallestOther(List<Cell> line) {
        return line.stream()
                .filter(key -> !withheld.containsKey(key) && count(key).orElse(0) > 0)
                .min(Comparator.<Cell>comparingDouble(key -> count(key).orElse(0))
                        .thenComparing(key -> key.members().toString()));
    }

    private OptionalDouble count(Cell key) {
        Double count = counts.get(key);
        return count == null ? OptionalDouble.empty() : OptionalDouble.of(count);
    }
}
