package careledger.schema.disclosure;

import careledger.schema.catalogue.Authority;
import careledger.schema.yaml.YamlFile;
import careledger.schema.yaml.YamlMap;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * Which counts could identify a child.
 *
 * @param authorities sources whose counts are withheld
 * @param smallest the smallest count that could
 * @param largest the largest count that could
 * @param characteristics dimensions that say who a child is
 */
public record DisclosureRules(
        List<Authority> authorities, int smallest, int largest, NavigableSet<String> characteristics) {
    private static final String FILE = "disclosure.yaml";
    private static final DisclosureRules BUILT_IN = read();

    public DisclosureRules {
        authorities = List.copyOf(authorities);
        characteristics = Collections.unmodifiableNavigableSet(new TreeSet<>(characteristics));
    }

    /** The rules of the project. */
    public static DisclosureRules builtIn() {
        return BUILT_IN;
    }

    /** Whether a count is so small that it could identify a child. */
    public boolean small(double count) {
        return count >= smallest && count <= largest;
    }

    private static DisclosureRules read() {
        try (InputStream in = DisclosureRules.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("There is no " + FILE + " next to " + DisclosureRules.class.getName());
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " cannot be read.", e);
        }
    }

    /** @throws IllegalStateException with every problem */
    static DisclosureRules parse(String text) {
        YamlFile file = YamlFile.parse(FILE, text);
        YamlMap root = file.root();
        List<Authority> authorities = new ArrayList<>();
        for (String authority : root.texts("authorities")) {
            try {
                authorities.add(Authority.valueOf(authority));
            } catch (IllegalArgumentException e) {
                root.problem("authorities", "There is no authority '" + authority + "'.");
            }
        }
        int smallest = root.optionalInteger("smallest").orElse(1);
        int largest = root.optionalInteger("largest").orElse(0);
        NavigableSet<String> dimensions = new TreeSet<>();
        for (YamlMap entry : root.maps("characteristics")) {
            dimensions.add(entry.text("dimension"));
            entry.text("because");
            entry.finish();
        }
        root.finish();
        if (smallest < 1 || largest < smallest) {
            root.problem(
                    "largest", "Found " + smallest + " to " + largest + ", expected 1 or more, and the larger last.");
        }
        if (!file.problems().isEmpty()) {
            throw new IllegalStateException(FILE + " cannot be used: " + file.problems());
        }
        return new DisclosureRules(authorities, smallest, largest, dimensions);
    }
}
