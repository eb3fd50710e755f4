package careledger.etl.run;

import careledger.etl.input.LoadPlan;
import careledger.etl.stage.FileCount;
import careledger.release.run.EmbargoedSource;
import careledger.release.store.ReleaseCheck;
import careledger.release.store.StagedRelease;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds out whether what was read could be published, so that a check never passes where a run fails. */
final class ReleaseTrial {
    private static final String FAULTY = "The release does not hold together: ";

    private ReleaseTrial() {}

    /** What is wrong with a release that was written, in words; empty where nothing is. */
    static Optional<String> faults(LoadResult load, StagedRelease staged) {
        List<String> faults = new ArrayList<>(ReleaseCheck.problems(staged.dir()));
        for (EmbargoedSource source : load.embargoed()) {
            faults.addAll(ReleaseCheck.problems(staged.embargoed(source.until())));
        }
        return faults.isEmpty() ? Optional.empty() : Optional.of(FAULTY + String.join(" ", faults));
    }

    /**
     * Why a run would not publish what was read, in words; empty where it would.
     *
     * @param folder an empty one, for the release
     */
    static Optional<String> objection(LoadPlan plan, LoadResult load, BaselineComparison served, Path folder)
            throws IOException {
        if (plan.files().isEmpty()) {
            return Optional.of("There is no file to load.");
        }
        List<String> refused = load.files().stream()
                .filter(FileCount::refusedWhole)
                .map(file -> file.file().path())
                .toList();
        if (refused.size() == load.files().size()) {
            return Optional.of("Every file is refused whole, so there is nothing to load.");
        }
        StagedRelease staged = new StagedRelease(folder);
        load.write(staged);
        return faults(load, staged)
                .or(() -> served.baseline().nothingToCompare(served.releases(), staged, Set.of()))
                .or(() -> served.of(staged, load.claims())
                        .map(made -> made.objections(Set.of()))
                        .filter(words -> !words.isEmpty())
                        .map(words -> words + " Where that is right, `etl run --accept GUARD` publishes it."));
    }
}
