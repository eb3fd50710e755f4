package careledger.warehouse.run;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One run of the ETL, also one that failed or changed nothing.
 *
 * @param trigger who or what started it, such as {@code command} or {@code schedule}
 * @param release what it published
 * @param previousRelease what was current when it began
 * @param read data rows of all extracts; read = accepted + rejected
 * @param newClaims claims that the previous release did not hold
 * @param conflicts claims that differ from the one shown by more than rounding
 * @param message why it failed, or what else there is to say
 * @param timings stage to milliseconds, in the order in which the stages ended
 * @param process the process that runs it
 */
public record RunRecord(
        String id,
        Instant startedAt,
        Optional<Instant> finishedAt,
        RunState state,
        String trigger,
        Optional<String> release,
        Optional<String> previousRelease,
        Optional<String> inputDigest,
        List<ExtractCount> extracts,
        long read,
        long accepted,
        long rejected,
        long newClaims,
        long changedClaims,
        long vanishedClaims,
        long conflicts,
        Optional<String> message,
        Map<String, Long> timings,
        RunProcess process) {
    public RunRecord {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(startedAt, "startedAt");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(trigger, "trigger");
        Objects.requireNonNull(process, "process");
        extracts = List.copyOf(extracts);
        timings = Collections.unmodifiableMap(new LinkedHashMap<>(timings));
        if (read != accepted + rejected) {
            throw new IllegalArgumentException(
                    id + ": " + read + " rows read are not " + accepted + " accepted and " + rejected + " rejected");
        }
    }

    /** A run that begins now, in this process. */
    public static RunRecord started(String id, String trigger, Optional<String> previousRelease) {
        return new RunRecord(
                id,
                now(),
                Optional.empty(),
                RunState.RUNNING,
                trigger,
                Optional.empty(),
                previousRelease,
                Optional.empty(),
                List.of(),
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                Optional.empty(),
                Map.of(),
                RunProcess.current());
    }

    public RunRecord withInputDigest(String digest) {
        return new RunRecord(
                id,
                startedAt,
                finishedAt,
                state,
                trigger,
                release,
                previousRelease,
                Optional.of(digest),
                extracts,
                read,
                accepted,
                rejected,
                newClaims,
                changedClaims,
                vanishedClaims,
                conflicts,
                message,
                timings,
                process);
    }

    /** Takes the counts of every file, and their sums. */
    public RunRecord withExtracts(List<ExtractCount> counts) {
        long rows = counts.stream().mapToLong(ExtractCount::rows).sum();
        long taken = counts.stream().mapToLong(ExtractCount::accepted).sum();
        return new RunRecord(
                id,
                startedAt,
                finishedAt,
                state,
                trigger,
                release,
                previousRelease,
                inputDigest,
                counts,
                rows,
                taken,
                rows - taken,
                newClaims,
                changedClaims,
                vanishedClaims,
                conflicts,
                message,
                timings,
                process);
    }

    public RunRecord withChanges(ClaimChanges changes) {
        return new RunRecord(
                id,
                startedAt,
                finishedAt,
                state,
                trigger,
                release,
                previousRelease,
                inputDigest,
                extracts,
                read,
                accepted,
                rejected,
                changes.newClaims(),
                changes.changedClaims(),
                changes.vanishedClaims(),
                changes.conflicts(),
                message,
                timings,
                process);
    }

    public RunRecord withTiming(String stage, long millis) {
        Map<String, Long> longer = new LinkedHashMap<>(timings);
        longer.put(stage, millis);
        return new RunRecord(
                id,
                startedAt,
                finishedAt,
                state,
                trigger,
                release,
                previousRelease,
                inputDigest,
                extracts,
                read,
                accepted,
                rejected,
                newClaims,
                changedClaims,
                vanishedClaims,
                conflicts,
                message,
                longer,
                process);
    }

    /** With words that stand unless the run ends with others. */
    public RunRecord noted(String words) {
        return new RunRecord(
                id,
                startedAt,
                finishedAt,
                state,
                trigger,
                release,
                previousRelease,
                inputDigest,
                extracts,
                read,
                accepted,
                rejected,
                newClaims,
                changedClaims,
                vanishedClaims,
                conflicts,
                Optional.of(words),
                timings,
                process);
    }

    public RunRecord published(String releaseId) {
        return ended(RunState.PUBLISHED, Optional.of(releaseId), Optional.empty());
    }

    public RunRecord unchanged(String words) {
        return ended(RunState.UNCHANGED, Optional.empty(), Optional.of(words));
    }

    public RunRecord failed(String words) {
        return ended(RunState.FAILED, Optional.empty(), Optional.of(words));
    }

    /** As it is to be shown: a run whose process is gone has failed, whatever it still says. */
    RunRecord shown() {
        return state == RunState.RUNNING && !process.alive() ? failedWithoutAWord() : this;
    }

    private RunRecord failedWithoutAWord() {
        return new RunRecord(
                id,
                startedAt,
                finishedAt,
                RunState.FAILED,
                trigger,
                release,
                previousRelease,
                inputDigest,
                extracts,
                read,
                accepted,
                rejected,
                newClaims,
                changedClaims,
                vanishedClaims,
                conflicts,
                Optional.of("The run ended without a word."),
                timings,
                process);
    }

    private RunRecord ended(RunState newState, Optional<String> published, Optional<String> words) {
        return new RunRecord(
                id,
                startedAt,
                Optional.of(now()),
                newState,
                trigger,
                published,
                previousRelease,
                inputDigest,
                extracts,
                read,
                accepted,
                rejected,
                newClaims,
                changedClaims,
                vanishedClaims,
                conflicts,
                words.or(() -> message),
                timings,
                process);
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
