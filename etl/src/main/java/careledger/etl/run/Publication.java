package careledger.etl.run;

import careledger.etl.stage.FileCount;
import careledger.release.guard.Guard;
import careledger.release.guard.GuardRules;
import careledger.release.guard.Guards;
import careledger.release.run.ExtractCount;
import careledger.release.run.RunRecord;
import careledger.release.run.RunRecords;
import careledger.release.store.DataLock;
import careledger.release.store.Release;
import careledger.release.store.Releases;
import careledger.release.store.StagedRelease;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Where a load is published, and what may stop it. */
record Publication(Releases releases, RunRecords records, DataLock lock, Baseline baseline) {
    /** The current release; empty where there is none, or its files are not what was published. */
    Optional<Release> sound() {
        return baseline.sound();
    }

    /** Why a load is not published of which such files were refused whole; empty if there is no objection. */
    Optional<String> objection(List<FileCount> refused, Set<Guard> accepted) {
        if (refused.isEmpty() || accepted.contains(Guard.FILES_REFUSED)) {
            return Optional.empty();
        }
        List<String> paths = refused.stream().map(file -> file.file().path()).toList();
        return guards().files(paths, missing(paths)).map(alarm -> ServedReleaseComparison.describe(List.of(alarm)));
    }

    /** @param claims of the staged release */
    Optional<ServedReleaseComparison> compare(StagedRelease staged, long claims) {
        return new BaselineComparison(releases, baseline).of(staged, claims);
    }

    private static Guards guards() {
        return new Guards(GuardRules.builtIn());
    }

    /** Files that the served release has figures of, by their paths below the extracts root. */
    Set<String> servedFiles() {
        return baseline.madeBy().map(RunRecord::extracts).orElse(List.of()).stream()
                .filter(extract -> extract.claims() > 0)
                .map(ExtractCount::id)
                .collect(Collectors.toSet());
    }

    private String missing(List<String> paths) {
        if (!baseline.everPublished()) {
            return "no release is served yet, so none of their figures is";
        }
        String id = baseline.compared().map(Release::id).orElse("(damaged)");
        return baseline.madeBy()
                .map(run -> run.extracts().stream()
                                .filter(extract -> paths.contains(extract.id()))
                                .mapToLong(ExtractCount::claims)
                                .sum()
                        + " figures that release " + id + " serves would be missing")
                .orElse("figures that release " + id + " serves may be missing");
    }
}
