package careledger.release.run;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * One run of the ETL, also one that failed or changed nothing.
 *
 * @param trigger who or what started it, such as {@code command} or {@code schedule}
 * @param release what it published; while it is RUNNING, what it is about to publish
 * @param previousRelease what was current when it began
 * @param seenDigest of the deliveries as they lay there, also of those that were left out
 * @param leftOut deliveries that were not loaded as they lay there
 * @param embargoed sources that were loaded before they are published
 * @param read data rows of all extracts; read = accepted + rejected
 * @param newClaims claims that the previous release did not hold
 * @param conflicts claims that differ from the one shown by more than rounding
 * @param movedHeadlines figures that are shown in both releases with different values; empty where nothing was compared
 * @param message why it failed, or what else there is to say
 * @param stage what it does, while it is RUNNING
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
        Optional<String> seenDigest,
        List<LeftOutDelivery> leftOut,
        List<EmbargoedSource> embargoed,
        List<ExtractCount> extracts,
        long read,
        long accepted,
        long rejected,
        long newClaims,
        long changedClaims,
        long vanishedClaims,
        long conflicts,
        Optional<Long> movedHeadlines,
        Optional<String> message,
        Optional<String> stage,
        Map<String, Long> timings,
        RunProcess process) {
    private static final String HIDDEN = "What this run says is under embargo; the machine that made it has it.";

    static final String NO_RESULT = "The run stopped without reporting a result.";

    public RunRecord {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(startedAt, "startedAt");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(trigger, "trigger");
        Objects.requireNonNull(process, "process");
        extracts = List.copyOf(extracts);
        seenDigest = Objects.requireNonNullElse(seenDigest, Optional.empty()); // records of before have neither
        leftOut = List.copyOf(Objects.requireNonNullElse(leftOut, List.of()));
        embargoed = List.copyOf(Objects.requireNonNullElse(embargoed, List.of()));
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
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                RunProcess.current());
    }

    public RunRecord withInputDigest(String digest) {
        return changed(draft -> draft.inputDigest = Optional.of(digest));
    }

    public RunRecord withSeenDigest(String digest) {
        return changed(draft -> draft.seenDigest = Optional.of(digest));
    }

    /** So that no later run takes what it sees for the same. */
    public RunRecord withoutSeenDigest() {
        return changed(draft -> draft.seenDigest = Optional.empty());
    }

    public RunRecord withLeftOut(List<LeftOutDelivery> deliveries) {
        return changed(draft -> draft.leftOut = List.copyOf(deliveries));
    }

    /** Takes sources that are under embargo, beside those of deliveries that were left out since. */
    public RunRecord withEmbargoed(List<EmbargoedSource> sources) {
        Map<String, EmbargoedSource> all = new TreeMap<>();
        embargoed.forEach(one -> all.put(one.source(), one));
        sources.forEach(one -> all.put(one.source(), one));
        return changed(draft -> draft.embargoed = List.copyOf(all.values()));
    }

    /** What readers may see of it now: nothing of deliveries that bring something under embargo, and no message. */
    RunRecord shownAt(Instant now) {
        List<EmbargoedSource> hidden = hiddenAt(now);
        if (hidden.isEmpty()) {
            return this;
        }
        return withExtracts(extracts.stream()
                        .filter(one -> hidden.stream().noneMatch(source -> source.covers(one.id())))
                        .toList())
                .changed(draft -> {
                    draft.embargoed = List.of();
                    draft.leftOut = leftOut.stream()
                            .filter(one -> hidden.stream().noneMatch(source -> source.covers(one.delivery())))
                            .toList();
                    draft.message = message.map(words -> HIDDEN);
                });
    }

    /** Sources that are still under embargo. */
    List<EmbargoedSource> hiddenAt(Instant now) {
        return embargoed.stream().filter(one -> !one.isOver(now)).toList();
    }

    /** Takes the counts of every file, and their sums. */
    public RunRecord withExtracts(List<ExtractCount> counts) {
        return changed(draft -> {
            draft.extracts = counts;
            draft.read = counts.stream().mapToLong(ExtractCount::rows).sum();
            draft.accepted = counts.stream().mapToLong(ExtractCount::accepted).sum();
        });
    }

    public RunRecord withChanges(ClaimChanges changes) {
        return changed(draft -> draft.changes = changes);
    }

    /** @param moved figures that are shown before and after with different values */
    public RunRecord withMovedHeadlines(long moved) {
        return changed(draft -> draft.movedHeadlines = Optional.of(moved));
    }

    /** While it runs: what it does now, in words. */
    public RunRecord at(String stage) {
        return changed(draft -> draft.stage = Optional.of(stage));
    }

    public RunRecord withTiming(String stage, long millis) {
        return changed(draft -> draft.timings.put(stage, millis));
    }

    /** About to make a release current: from here on it is known which one, should the run die. */
    public RunRecord publishing(String releaseId) {
        return changed(draft -> draft.release = Optional.of(releaseId));
    }

    /** With a message that is kept unless the run ends with another. */
    public RunRecord noted(String words) {
        return changed(draft -> draft.message = Optional.of(words));
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

    /** Whether this run found nothing new, and an earlier one, of the same trigger, the very same. */
    boolean repeats(RunRecord earlier) {
        return state == RunState.UNCHANGED
                && earlier.state == RunState.UNCHANGED
                && trigger.equals(earlier.trigger)
                && inputDigest.equals(earlier.inputDigest)
                && message.equals(earlier.message);
    }

    /** As it is shown where its record cannot be read. */
    RunRecord damaged(Instant started, String words) {
        return new RunRecord(
                id,
                started,
                Optional.empty(),
                RunState.FAILED,
                trigger,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                Optional.empty(),
                Optional.of(words),
                Optional.empty(),
                Map.of(),
                process);
    }

    /** As it is to be shown: a run that nobody carries on has failed, whatever it still says. */
    RunRecord shown(boolean alive) {
        return state == RunState.RUNNING && !alive
                ? changed(draft -> {
                    draft.state = RunState.FAILED;
                    draft.release = Optional.empty();
                    draft.stage = Optional.empty();
                    draft.message = Optional.of(NO_RESULT);
                })
                : this;
    }

    private RunRecord ended(RunState newState, Optional<String> published, Optional<String> words) {
        return changed(draft -> {
            draft.finishedAt = Optional.of(now());
            draft.state = newState;
            draft.stage = Optional.empty();
            draft.release = published;
            draft.message = words.or(() -> message);
        });
    }

    private RunRecord changed(Consumer<RunDraft> change) {
        RunDraft draft = new RunDraft(this);
        change.accept(draft);
        return draft.record();
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
