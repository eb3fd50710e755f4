package careledger.api.schedule;

import careledger.api.config.ScheduleSettings;
import careledger.release.run.RunRecord;
import careledger.release.run.RunRecords;
import careledger.release.run.RunState;
import careledger.release.store.Releases;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at the deliveries by a run of the ETL, and makes out how it ended. */
final class ScheduledRuns {
    /** As {@code ./careledger help} lists them. */
    private static final int DONE = 0;

    private static final int ANOTHER_IS_AT_WORK = 3;
    private static final Logger LOG = LoggerFactory.getLogger(ScheduledRuns.class);

    private final EtlProcess process;
    private final Duration timeout;
    private final Releases releases;
    private final RunRecords records;

    ScheduledRuns(ScheduleSettings settings, Path data) {
        this.process = new EtlProcess(settings, data);
        this.timeout = settings.timeout();
        this.releases = new Releases(data);
        this.records = RunRecords.forReaders(data, Clock.systemUTC());
    }

    ScheduledRun make() {
        Instant started = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        long since = System.nanoTime();
        try {
            Optional<String> before = releases.namedId();
            EtlProcess.Ended ended = process.run();
            Optional<RunRecord> record = recordOf(ended.pid(), started);
            return look(started, since, outcome(ended, record, before), record, describe(ended, record));
        } catch (IOException | RuntimeException e) {
            return look(
                    started,
                    since,
                    ScheduledRunOutcome.FAILED,
                    Optional.empty(),
                    "It cannot be started: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return look(started, since, ScheduledRunOutcome.STOPPED, Optional.empty(), "The service ended.");
        }
    }

    private static ScheduledRun look(
            Instant started, long since, ScheduledRunOutcome outcome, Optional<RunRecord> record, String words) {
        Duration took = Duration.ofNanos(System.nanoTime() - since).truncatedTo(ChronoUnit.MILLIS);
        return new ScheduledRun(started, took, outcome, record.map(RunRecord::id), words);
    }

    private ScheduledRunOutcome outcome(EtlProcess.Ended ended, Optional<RunRecord> record, Optional<String> before) {
        if (ended.exitCode().isEmpty()) {
            return ScheduledRunOutcome.TIMED_OUT;
        }
        return switch (ended.exitCode().getAsInt()) {
            case DONE ->
                record.map(run -> run.state() == RunState.PUBLISHED)
                                .orElseGet(() -> !releases.namedId().equals(before))
                        ? ScheduledRunOutcome.PUBLISHED
                        : ScheduledRunOutcome.UNCHANGED;
            case ANOTHER_IS_AT_WORK -> ScheduledRunOutcome.BUSY;
            default -> ScheduledRunOutcome.FAILED;
        };
    }

    private String describe(EtlProcess.Ended ended, Optional<RunRecord> record) {
        if (ended.exitCode().isEmpty()) {
            return "It took longer than " + timeout + " (careledger.schedule.timeout) and was stopped."
                    + " The next run heals what it left.";
        }
        return record.flatMap(
                        run -> run.message().or(() -> run.release().map(id -> "Release " + id + " is published.")))
                .orElseGet(() -> ended.lastLine().isEmpty()
                        ? "Exit code " + ended.exitCode().getAsInt() + "."
                        : ended.lastLine());
    }

    private Optional<RunRecord> recordOf(long pid, Instant started) {
        try {
            return records.list().stream()
                    .filter(run ->
                            run.process().pid() == pid && !run.startedAt().isBefore(started))
                    .findFirst();
        } catch (RuntimeException e) {
            LOG.warn("The records of the runs cannot be read.", e);
            return Optional.empty();
        }
    }
}
