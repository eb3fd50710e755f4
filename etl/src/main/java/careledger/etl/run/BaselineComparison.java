package careledger.etl.run;

import careledger.release.guard.Alarm;
import careledger.release.guard.GuardRules;
import careledger.release.guard.Guards;
import careledger.release.guard.HeadlineMoves;
import careledger.release.guard.ShownFigures;
import careledger.release.store.ConflictChanges;
import careledger.release.store.Releases;
import careledger.release.store.StagedRelease;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compares a release in the making with the one that is served. */
record BaselineComparison(Releases releases, Baseline baseline) {
    private static final int CHANGES = 1000;

    /**
     * Empty where there is nothing to compare with.
     *
     * @param claims of the staged release
     */
    Optional<ServedReleaseComparison> of(StagedRelease staged, long claims) {
        return baseline.compared().map(served -> {
            ConflictChanges conflicts = ConflictChanges.between(served.dir(), staged.dir());
            try (ShownFigures shown = ShownFigures.of(served.dir(), staged.dir())) {
                return new ServedReleaseComparison(
                        served.id(),
                        releases.diff(served, staged, CHANGES),
                        HeadlineMoves.between(shown, CHANGES),
                        conflicts.opened(),
                        conflicts.closed(),
                        alarms(shown, claims));
            }
        });
    }

    private List<Alarm> alarms(ShownFigures shown, long claims) {
        Guards guards = new Guards(GuardRules.builtIn());
        List<Alarm> alarms = new ArrayList<>(guards.figures(shown));
        guards.claims(baseline.claimsNotCompared(), claims).ifPresent(alarms::add);
        return alarms;
    }
}
