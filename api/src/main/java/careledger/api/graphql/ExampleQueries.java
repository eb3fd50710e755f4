package careledger.api.graphql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The questions that a newcomer finds open, each a document kept beside this class. */
public final class ExampleQueries {
    private static final List<String> FILES =
            List.of("children-in-care-2020.graphql", "indicators-by-year.graphql", "long-trend-as-of.graphql");

    private ExampleQueries() {}

    /** @param query a whole document */
    public record WorkedQuestion(String query) {}

    public static List<WorkedQuestion> all() {
        return FILES.stream().map(file -> new WorkedQuestion(text(file))).toList();
    }

    static String text(String file) {
        try (InputStream resource = ExampleQueries.class.getResourceAsStream(file)) {
            if (resource == null) {
                throw new IllegalStateException(file + " is missing beside " + ExampleQueries.class.getName());
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
