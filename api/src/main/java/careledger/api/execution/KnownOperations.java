package careledger.api.execution;

import java.util.Set;

/** Names of operations that a feature knows: its documents are in the repository. */
public record KnownOperations(Set<String> names) {
    public KnownOperations {
        names = Set.copyOf(names);
    }
}
