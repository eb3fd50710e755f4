package careledger.schema.mapping;

import careledger.schema.yaml.YamlMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A file of ranked statistical neighbours.
 *
 * @param across where the neighbours of an area follow it in the same row; empty where each has a row of its own
 */
public record NeighboursFile(TableForm form, int line, Optional<String> source, Optional<Across> across)
        implements FileMapping {
    /**
     * Columns of a file with one row an area.
     *
     * @param model year of the model, the same in every row
     * @param area column of the area's code or name
     * @param neighbours columns of the neighbours' codes or names, nearest first
     * @param ignore columns that are not wanted
     */
    public record Across(String model, String area, List<String> neighbours, Set<String> ignore) {
        public Across {
            neighbours = List.copyOf(neighbours);
            ignore = Set.copyOf(ignore);
        }
    }

    static NeighboursFile read(YamlMap entry, TableForm form, int line, Optional<String> source) {
        if (!entry.has("neighbours")) {
            return new NeighboursFile(form, line, source, Optional.empty());
        }
        Across across = new Across(
                entry.text("model"),
                entry.text("area"),
                entry.texts("neighbours"),
                new HashSet<>(entry.texts("ignore")));
        return new NeighboursFile(form, line, source, Optional.of(across));
    }

    @Override
    public String layout() {
        return "neighbours";
    }
}
