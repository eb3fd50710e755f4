package careledger.api.schedule;

import careledger.api.config.ScheduleSettings.Backoff;
import careledger.release.run.RunRecord;
import careledger.release.run.RunState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The state of the schedule.
 *
 * @param last the last look of this service that ended
 * @param lastGood when a run last published something or found nothing new
 * @param failures runs in a row that failed, also those before the service started
 * @param retryAt until when the deliveries are left alone unless they change; empty where all is well
 * @param runningSince when the look that goes on began
 * @param next when the deliveries are looked at next
 */
public record ScheduleState(
        Optional<ScheduledRun> last,
        Optional<Instant> lastGood,
        int failures,
        Optional<Instant> retryAt,
        Optional<Instant> runningSince,
        Optional<Instant> next) {
    /** As the records of earlier runs, newest first, have it. */
    static ScheduleState of(List<RunRecord> runs, Backoff backoff) {
        List<RunRecord> ended =
                runs.stream().filter(run -> run.state() != RunState.RUNNING).toList();
        List<RunRecord> failed =
                ended.stream().takeWhile(run -> run.state() == RunState.FAILED).toList();
        return new ScheduleState(
                Optional.empty(),
                ended.stream().skip(failed.size()).findFirst().map(ScheduleState::end),
                failed.size(),
                failed.stream().findFirst().map(run -> end(run).plus(backoff.after(failed.size()))),
                Optional.empty(),
                Optional.empty());
    }

    private static Instant end(RunRecord run) {
        return run.finishedAt().orElse(run.startedAt());
    }

    /** A run that another one kept from its work, or that ended with the service, says nothing of the deliveries. */
    ScheduleState after(ScheduledRun look, Backoff backoff) {
        if (look.outcome().good()) {
            return new ScheduleState(
                    Optional.of(look), Optional.of(look.endedAt()), 0, Optional.empty(), Optional.empty(), next);
        }
        int now = look.outcome().failure() ? failures + 1 : failures;
        Optional<Instant> later =
                now == 0 ? Optional.empty() : Optional.of(look.endedAt().plus(backoff.after(now)));
        return new ScheduleState(Optional.of(look), lastGood, now, later, Optional.empty(), next);
    }

    ScheduleState running(Instant since) {
        return new ScheduleState(last, lastGood, failures, retryAt, Optional.of(since), next);
    }

    ScheduleState nextAt(Instant time) {
        return new ScheduleState(last, lastGood, failures, retryAt, runningSince, Optional.of(time));
    }

    boolean leavesAlone(Instant now) {
        return retryAt.filter(now::isBefore).isPresent();
    }
}
