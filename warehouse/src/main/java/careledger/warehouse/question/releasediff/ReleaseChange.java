package careledger.warehouse.question.releasediff;

import careledger.warehouse.question.observation.Observation;
import careledger.warehouse.release.ChangeKind;
import org.jspecify.annotations.Nullable;

/**
 * One claim that two releases state differently, as each of them shows it.
 *
 * @param before null exactly when it was added
 * @param after null exactly when it was removed
 */
public record ReleaseChange(
        ChangeKind kind,
        @Nullable Observation before,
        @Nullable Observation after) {}
