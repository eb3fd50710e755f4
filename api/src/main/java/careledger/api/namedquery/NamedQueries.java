package careledger.api.namedquery;

import careledger.api.error.ApiException;
import careledger.api.error.ProblemCode;
import careledger.schema.text.Nearest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** The documents that can be asked by name. One that the contract does not answer stops the start. */
@Component
final class NamedQueries {
    private static final String PLACE = "classpath:careledger/api/queries/*.graphql";

    private final Map<String, NamedQuery> byName;

    NamedQueries(GraphQlSource source) {
        this.byName = read(new NamedQueryReader(source.schema()), documents());
    }

    /** @throws IllegalStateException with everything that is wrong */
    static Map<String, NamedQuery> read(NamedQueryReader reader, Map<String, String> documents) {
        Map<String, NamedQuery> queries = new TreeMap<>();
        List<String> problems = new ArrayList<>();
        documents.forEach((name, text) -> {
            try {
                queries.put(name, reader.read(name, text));
            } catch (IllegalArgumentException e) {
                problems.add(name + ".graphql: " + e.getMessage());
            }
        });
        if (!problems.isEmpty()) {
            throw new IllegalStateException("Named queries cannot be served. " + String.join("; ", problems));
        }
        return queries;
    }

    Collection<NamedQuery> all() {
        return List.copyOf(byName.values());
    }

    /** @throws ApiException naming the nearest */
    NamedQuery get(String name) {
        NamedQuery query = byName.get(name);
        if (query == null) {
            throw ApiException.of(
                    HttpStatus.NOT_FOUND,
                    ProblemCode.NOT_FOUND,
                    "There is no query '" + name + "'." + Nearest.sentence(name, byName.keySet()),
                    "GET /api/q lists the queries.");
        }
        return query;
    }

    private static Map<String, String> documents() {
        Map<String, String> documents = new TreeMap<>();
        try {
            for (Resource resource : new PathMatchingResourcePatternResolver().getResources(PLACE)) {
                String file = String.valueOf(resource.getFilename());
                documents.put(
                        file.substring(0, file.length() - ".graphql".length()),
                        resource.getContentAsString(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(PLACE + " cannot be read.", e);
        }
        return documents;
    }
}
