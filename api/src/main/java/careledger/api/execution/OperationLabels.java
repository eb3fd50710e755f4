package careledger.api.execution;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What an operation is called in the metrics: known ones by their names, so that callers cannot make up labels. */
@Component
final class OperationLabels {
    static final String OTHER = "other";
    static final String UNNAMED = "unnamed";

    private static final Pattern NAMED = Pattern.compile("^\\s*(?:#[^\\n]*\\n\\s*)*query\\s+([A-Za-z_][A-Za-z0-9_]*)");

    private final Set<String> known;

    OperationLabels(ObjectProvider<KnownOperations> features) {
        this.known =
                features.stream().flatMap(feature -> feature.names().stream()).collect(Collectors.toUnmodifiableSet());
    }

    String of(@Nullable String operation, String document) {
        String name = operation == null || operation.isBlank() ? nameIn(document) : operation;
        if (name.isEmpty()) {
            return UNNAMED;
        }
        return known.contains(name) ? name : OTHER;
    }

    private static String nameIn(String document) {
        Matcher named = NAMED.matcher(document);
        return named.find() ? named.group(1) : "";
    }
}
