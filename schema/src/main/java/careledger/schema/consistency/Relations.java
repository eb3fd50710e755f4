package careledger.schema.consistency;

import careledger.schema.yaml.YamlFile;
import careledger.schema.yaml.YamlMap;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Figures of one document that must agree, read from {@code relations.yaml}.
 *
 * @param disjoint dimensions of whose members no two hold the same case
 */
public record Relations(List<Share> shares, List<Whole> wholes, Set<String> disjoint) {
    private static final String FILE = "relations.yaml";
    private static final Relations BUILT_IN = read();

    /**
     * A percentage of a number that is printed elsewhere.
     *
     * @param part indicator of the count of what the percentage is of
     * @param whole indicator of its base
     */
    public record Share(String share, Optional<String> part, String whole) {}

    /** Members of a dimension that together are another member of it. */
    public record Whole(String dimension, String whole, List<String> parts, List<String> indicators) {
        public Whole {
            parts = List.copyOf(parts);
            indicators = List.copyOf(indicators);
        }
    }

    public Relations {
        shares = List.copyOf(shares);
        wholes = List.copyOf(wholes);
        disjoint = Set.copyOf(disjoint);
    }

    /** Those that the program comes with. */
    public static Relations builtIn() {
        return BUILT_IN;
    }

    /** What a percentage is a share of, if that is known. */
    public Optional<Share> share(String indicator) {
        return shares.stream().filter(one -> one.share().equals(indicator)).findFirst();
    }

    private static Relations read() {
        try (InputStream in = Relations.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("There is no " + FILE + " next to " + Relations.class.getName() + ".");
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " cannot be read.", e);
        }
    }

    /** @throws IllegalStateException with every problem */
    static Relations parse(String text) {
        YamlFile file = YamlFile.parse(FILE, text);
        List<Share> shares = new ArrayList<>();
        for (YamlMap entry : file.root().maps("shares")) {
            shares.add(new Share(entry.text("share"), entry.optionalText("part"), entry.text("whole")));
            entry.finish();
        }
        List<Whole> wholes = new ArrayList<>();
        for (YamlMap entry : file.root().maps("wholes")) {
            wholes.add(new Whole(
                    entry.text("dimension"), entry.text("whole"), entry.texts("parts"), entry.texts("indicators")));
            entry.finish();
        }
        Set<String> disjoint = Set.copyOf(file.root().texts("disjoint"));
        file.root().finish();
        if (!file.problems().isEmpty()) {
            throw new IllegalStateException("The relations of figures have problems: " + file.problems());
        }
        return new Relations(shares, wholes, disjoint);
    }
}
