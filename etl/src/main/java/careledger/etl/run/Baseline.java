package careledger.etl.run;

import careledger.release.guard.Guard;
import careledger.release.guard.ShownFigures;
import careledger.release.run.RunRecord;
import careledger.release.run.RunRecords;
import careledger.release.run.RunState;
import careledger.release.store.Release;
import careledger.release.store.Releases;
import careledger.release.store.StagedRelease;
import careledger.release.store.UnreadableReleaseException;
import careledger.schema.star.StarSchema;
import careledger.schema.star.Table;
import careledger.schema.text.UnknownIdException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a new release is compared with before it is published. Damage to the current release never switches the
 * comparison off: where its figures cannot be trusted, the newest sound release takes its place, and where there is none
 * the run is stopped.
 *
 * @param sound the current release, where all its files are what was published
 * @param compared the release to compare with; empty before the first release, and where nothing sound is left
 * @param damaged the current release, where it is damaged and its manifest can be read
 * @param damage what is wrong with the current release, in words; empty where nothing is
 * @param madeBy the run that made the current release, as far as its record can be found
 * @param everPublished whether anything has been published before
 */
record Baseline(
        Optional<Release> sound,
        Optional<Release> compared,
        Optional<Release> damaged,
        Optional<String> damage,
        Optional<RunRecord> madeBy,
        boolean everPublished) {

    static Baseline of(Releases releases, RunRecords records) {
        Optional<RunRecord> madeBy = madeBy(releases, records);
        boolean everPublished = releases.everPublished() || madeBy.isPresent();
        Optional<String> current = releases.currentId();
        if (current.isEmpty()) {
            Optional<String> damage = releases.currentProblem()
                    .or(() -> everPublished ? Optional.of("CURRENT is missing.") : Optional.empty());
            Optional<Release> newest = everPublished ? newestSound(releases, "") : Optional.empty();
            return new Baseline(Optional.empty(), newest, Optional.empty(), damage, madeBy, everPublished);
        }
        Optional<Release> named = named(releases, current.get());
        List<String> problems =
                named.isPresent() ? releases.verify(current.get()) : List.of(reason(releases, current.get()));
        if (problems.isEmpty()) {
            return new Baseline(named, named, Optional.empty(), Optional.empty(), madeBy, true);
        }
        Optional<Release> compared = named.filter(release -> releases.intact(release, tablesOfGuards()))
                .or(() -> newestSound(releases, current.get()));
        String damage = "Release " + current.get() + " is damaged: " + String.join(" ", problems);
        return new Baseline(Optional.empty(), compared, named, Optional.of(damage), madeBy, true);
    }

    /** Why a release must not be published, because nothing is left to compare it with; empty where something is. */
    Optional<String> nothingToCompare(Releases releases, StagedRelease staged, Set<Guard> accepted) {
        if (!everPublished || compared.isPresent() || accepted.contains(Guard.NOTHING_TO_COMPARE)) {
            return Optional.empty();
        }
        if (damaged.filter(release -> releases.holdsTheSame(release, staged)).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(damage.orElse("The current release is gone.")
                + " No other sound release is left, so a loss of figures could not be noticed. Check the counts with"
                + " `./careledger etl run --dry-run`; if they are right, publish with `./careledger etl run --accept "
                + Guard.NOTHING_TO_COMPARE.id() + "`.");
    }

    /** How many claims the current release held, where it is not the one that is compared with; otherwise 0. */
    long claimsNotCompared() {
        if (sound.isPresent() || (damaged.isPresent() && compared.equals(damaged))) {
            return 0;
        }
        return damaged.map(release -> release.manifest().observations())
                .or(() -> madeBy.map(run -> run.extracts().stream()
                        .mapToLong(extract -> extract.claims())
                        .sum()))
                .orElse(0L);
    }

    private static List<Table> tablesOfGuards() {
        return ShownFigures.TABLES;
    }

    private static Optional<Release> named(Releases releases, String id) {
        try {
            return Optional.of(releases.get(id));
        } catch (UnknownIdException | UnreadableReleaseException e) {
            return Optional.empty();
        }
    }

    private static String reason(Releases releases, String id) {
        try {
            return releases.get(id).id();
        } catch (UnknownIdException e) {
            return "its folder is missing.";
        } catch (UnreadableReleaseException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static Optional<Release> newestSound(Releases releases, String except) {
        return releases.list().stream()
                .filter(release -> !release.id().equals(except))
                .filter(release -> releases.intact(release, StarSchema.TABLES))
                .findFirst();
    }

    /** By the id of the release, so that a damaged manifest does not hide it; else the last run that published. */
    private static Optional<RunRecord> madeBy(Releases releases, RunRecords records) {
        List<RunRecord> published = records.list().stream()
                .filter(run -> run.state() == RunState.PUBLISHED)
                .toList();
        Optional<String> current = releases.namedId();
        return published.stream()
                .filter(run -> run.release().equals(current))
                .findFirst()
                .or(() -> published.stream().findFirst());
    }
}
