package careledger.answers.diff;

import careledger.answers.observation.Observation;
import careledger.release.store.ChangeKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One claim that two releases state differently, as each of them shows it.
 *
 * @param before null exactly when it was added
 * @param after null exactly when it was removed
 * @param columns what differs where it was changed; nothing else
 */
public record ReleaseChange(
        ChangeKind kind,
        @Nullable Observation before,
        @Nullable Observation after,
        List<String> columns) {
    public ReleaseChange {
        columns = List.copyOf(columns);
    }
}
