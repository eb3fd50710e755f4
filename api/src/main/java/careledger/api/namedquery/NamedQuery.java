package careledger.api.namedquery;

import java.util.List;
import java.util.Optional;

/**
 * A reviewed document that can be asked by its name.
 *
 * @param document whole, as JSON is answered from it
 * @param tableDocument without what is no part of the table: counts, warnings
 * @param operation its name within the document
 * @param digest changes whenever the document does
 */
record NamedQuery(
        String name,
        QueryHeader header,
        String document,
        String tableDocument,
        String operation,
        List<Parameter> parameters,
        TableLayout shape,
        String digest) {
    static final String FIRST = "first";
    static final String AFTER = "after";

    NamedQuery {
        parameters = List.copyOf(parameters);
    }

    Optional<Parameter> parameter(String called) {
        return parameters.stream()
                .filter(parameter -> parameter.name().equals(called))
                .findFirst();
    }

    /** Whether a long list is answered page by page. */
    boolean paged() {
        return parameter(AFTER).isPresent();
    }
}
