package careledger.schema.totals;

import careledger.schema.yaml.YamlFile;
import careledger.schema.yaml.YamlMap;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code exhaustive.yaml}. */
public final class ExhaustivePartsReader {
    private static final String FILE = "exhaustive.yaml";
    private static final List<ExhaustiveParts> BUILT_IN = read();

    private ExhaustivePartsReader() {}

    /** The parts of an indicator in one dimension, if they add up to the whole. */
    public static Optional<ExhaustiveParts> of(String indicator, String dimension) {
        return BUILT_IN.stream()
                .filter(parts ->
                        parts.indicator().equals(indicator) && parts.dimension().equals(dimension))
                .findFirst();
    }

    static List<ExhaustiveParts> all() {
        return BUILT_IN;
    }

    private static List<ExhaustiveParts> read() {
        try (InputStream in = ExhaustivePartsReader.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(
                        "There is no " + FILE + " next to " + ExhaustivePartsReader.class.getName() + ".");
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " cannot be read.", e);
        }
    }

    /** @throws IllegalStateException with every problem */
    static List<ExhaustiveParts> parse(String text) {
        YamlFile file = YamlFile.parse(FILE, text);
        List<ExhaustiveParts> all = new ArrayList<>();
        for (YamlMap entry : file.root().maps("totals")) {
            all.add(new ExhaustiveParts(
                    entry.text("indicator"), entry.text("dimension"), entry.texts("members"), entry.text("reason")));
            entry.finish();
        }
        file.root().finish();
        if (!file.problems().isEmpty()) {
            throw new IllegalStateException("The rules for totals have problems: " + file.problems());
        }
        return List.copyOf(all);
    }
}
