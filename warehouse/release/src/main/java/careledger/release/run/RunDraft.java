package careledger.release.run;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What of a run's record changes while it runs; the rest is the record's that it starts from. */
final class RunDraft {
    private final RunRecord origin;
    final Map<String, Long> timings;
    Optional<Instant> finishedAt;
    RunState state;
    Optional<String> release;
    Optional<String> inputDigest;
    Optional<String> seenDigest;
    List<LeftOutDelivery> leftOut;
    List<EmbargoedSource> embargoed;
    List<ExtractCount> extracts;
    long read;
    long accepted;
    ClaimChanges changes;
    Optional<Long> movedHeadlines;
    Optional<String> message;
    Optional<String> stage;

    RunDraft(RunRecord origin) {
        this.origin = origin;
        timings = new LinkedHashMap<>(origin.timings());
        finishedAt = origin.finishedAt();
        state = origin.state();
        release = origin.release();
        inputDigest = origin.inputDigest();
        seenDigest = origin.seenDigest();
        leftOut = origin.leftOut();
        embargoed = origin.embargoed();
        extracts = origin.extracts();
        read = origin.read();
        accepted = origin.accepted();
        changes = new ClaimChanges(
                origin.newClaims(), origin.changedClaims(), origin.vanishedClaims(), origin.conflicts());
        movedHeadlines = origin.movedHeadlines();
        message = origin.message();
        stage = origin.stage();
    }

    /** What was read and not accepted was rejected. */
    RunRecord record() {
        return new RunRecord(
                origin.id(),
                origin.startedAt(),
                finishedAt,
                state,
                origin.trigger(),
                release,
                origin.previousRelease(),
                inputDigest,
                seenDigest,
                leftOut,
                embargoed,
                extracts,
                read,
                accepted,
                read - accepted,
                changes.newClaims(),
                changes.changedClaims(),
                changes.vanishedClaims(),
                changes.conflicts(),
                movedHeadlines,
                message,
                stage,
                timings,
                origin.process());
    }
}
