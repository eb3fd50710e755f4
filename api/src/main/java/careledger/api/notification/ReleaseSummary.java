package careledger.api.notification;

import careledger.release.run.RunRecord;
import careledger.release.store.Release;
import java.time.Instant;
import java.util.Optional;

/**
 * What a release brought.
 *
 * @param figures all that it states, shown or not
 * @param changes against the release before it; empty where its run's record is gone, and for the first
 */
public record ReleaseSummary(
        String release, Instant publishedAt, Optional<String> previous, long figures, Optional<Changes> changes) {
    /**
     * @param added figures that it states and the one before did not
     * @param withdrawn figures that it does not state any more
     * @param moved figures that both show, with different values; empty where the run did not say
     */
    public record Changes(long added, long changed, long withdrawn, Optional<Long> moved) {}

    static ReleaseSummary of(Release release, Optional<RunRecord> run) {
        Optional<String> previous = run.flatMap(RunRecord::previousRelease);
        return new ReleaseSummary(
                release.id(),
                release.manifest().createdAt(),
                previous,
                release.manifest().observations(),
                run.filter(made -> previous.isPresent())
                        .map(made -> new Changes(
                                made.newClaims(), made.changedClaims(), made.vanishedClaims(), made.movedHeadlines())));
    }

    /** In a sentence or two. */
    public String describe() {
        if (changes.isEmpty()) {
            return previous.isEmpty() ? figures + " figures." : figures + " figures; what changed is not on record.";
        }
        Changes made = changes.get();
        return "Against release %s: %d figures new, %d changed, %d withdrawn.%s %d figures in all."
                .formatted(
                        previous.orElse("?"),
                        made.added(),
                        made.changed(),
                        made.withdrawn(),
                        made.moved()
                                .map(moved -> " " + moved + " published values changed.")
                                .orElse(""),
                        figures);
    }
}
