package careledger.schema.mapping;

import careledger.schema.yaml.YamlMap;
import java.util.ArrayList;
import java.util.List;

/**
 * Columns with words that are kept beside a figure.
 *
 * @param notes columns of notes
 * @param limits pairs of columns with confidence limits
 */
public record BesideColumns(List<String> notes, List<Limits> limits) {
    public static final BesideColumns NONE = new BesideColumns(List.of(), List.of());

    /**
     * Confidence limits.
     *
     * @param name such as {@code 95%}
     */
    public record Limits(String name, String lower, String upper) {}

    public BesideColumns {
        notes = List.copyOf(notes);
        limits = List.copyOf(limits);
    }

    /** The keys {@code notes} and {@code limits}. */
    static BesideColumns read(YamlMap map) {
        List<Limits> limits = new ArrayList<>();
        YamlMap said = map.map("limits");
        for (String name : said.keys()) {
            List<String> pair = said.texts(name);
            if (pair.size() == 2) {
                limits.add(new Limits(name, pair.get(0), pair.get(1)));
            } else {
                said.problem(
                        name, "Expected two columns, of the lower and the upper limit, found " + pair.size() + ".");
            }
        }
        return new BesideColumns(map.texts("notes"), limits);
    }

    /** These and others. */
    public BesideColumns and(BesideColumns others) {
        List<String> allNotes = new ArrayList<>(notes);
        allNotes.addAll(others.notes);
        List<Limits> allLimits = new ArrayList<>(limits);
        allLimits.addAll(others.limits);
        return new BesideColumns(allNotes, allLimits);
    }

    /** Headers of all of them. */
    public List<String> headers() {
        List<String> headers = new ArrayList<>(notes);
        limits.forEach(limit -> headers.addAll(List.of(limit.lower(), limit.upper())));
        return headers;
    }
}
