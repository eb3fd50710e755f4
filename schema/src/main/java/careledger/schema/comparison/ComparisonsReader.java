package careledger.schema.comparison;

import careledger.schema.yaml.YamlFile;
import careledger.schema.yaml.YamlMap;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code comparisons.yaml}. */
public final class ComparisonsReader {
    private static final String FILE = "comparisons.yaml";
    private static final Comparisons BUILT_IN = read();

    private ComparisonsReader() {}

    /** The rules that the program is built with. */
    public static Comparisons builtIn() {
        return BUILT_IN;
    }

    private static Comparisons read() {
        try (InputStream in = ComparisonsReader.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(
                        "There is no " + FILE + " next to " + ComparisonsReader.class.getName() + ".");
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " cannot be read.", e);
        }
    }

    /** @throws IllegalStateException with every problem */
    static Comparisons parse(String text) {
        YamlFile file = YamlFile.parse(FILE, text);
        YamlMap root = file.root();
        List<Ratio> ratios = new ArrayList<>();
        for (YamlMap entry : root.maps("ratios")) {
            ratios.add(new Ratio(
                    entry.constant("kind", RatioKind.class),
                    segment(entry, "of"),
                    segment(entry, "by"),
                    entry.has("dimensions") ? entry.texts("dimensions") : List.of(),
                    entry.text("title"),
                    entry.text("reason")));
            entry.finish();
        }
        List<WholePopulation> populations = new ArrayList<>();
        for (YamlMap entry : root.maps("populations")) {
            populations.add(new WholePopulation(segment(entry, "of"), segment(entry, "all"), entry.text("reason")));
            entry.finish();
        }
        String deflator = root.text("deflator");
        root.finish();
        if (!file.problems().isEmpty()) {
            throw new IllegalStateException("The rules for comparisons have problems: " + file.problems());
        }
        return new Comparisons(ratios, populations, deflator);
    }

    private static String segment(YamlMap entry, String key) {
        String segment = entry.text(key);
        if (segment.indexOf('/') < 1) {
            entry.problem(key, "'" + segment + "' is no segment; expected indicator/definition");
            return "unknown/" + segment;
        }
        return segment;
    }
}
