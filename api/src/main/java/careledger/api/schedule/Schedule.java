package careledger.api.schedule;

import careledger.api.config.CareLedgerProperties;
import careledger.api.config.ScheduleSettings;
import careledger.release.run.RunRecord;
import careledger.release.run.RunRecords;
import careledger.release.run.RunState;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.TriggerContext;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.scheduling.support.CronTrigger;
import org.springframework.stereotype.Component;

/**
 * Keeps the warehouse in step with its deliveries. It looks whenever the cron expression says, one look after the other;
 * after a failure sooner, twice as late each time, and not at all where the deliveries are still those that failed.
 * Whatever becomes of a run, the release of the last good one is served.
 */
@Component
public final class Schedule implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Schedule.class);

    private final ScheduleSettings settings;
    private final RunRecords records;
    private final ScheduledRuns looks;
    private final ApplicationEventPublisher events;
    private final ThreadPoolTaskScheduler clock = new ThreadPoolTaskScheduler();
    private volatile boolean running;
    private volatile ScheduleState standing;
    private @Nullable DeliveryTimes failed;
    private @Nullable ScheduledFuture<?> looking;

    Schedule(CareLedgerProperties properties, RunRecords records, ApplicationEventPublisher events) {
        this.settings = properties.schedule();
        this.records = records;
        this.looks = new ScheduledRuns(settings, properties.data());
        this.events = events;
        this.standing = ScheduleState.of(List.of(), settings.backoff());
    }

    public boolean on() {
        return settings.on();
    }

    public ScheduleState standing() {
        return standing;
    }

    @Override
    public void start() {
        running = true;
        if (!on()) {
            return;
        }
        standing = ScheduleState.of(runs(), settings.backoff());
        failed = standing.failures() > 0 ? deliveries() : null;
        clock.setThreadNamePrefix("schedule-");
        clock.setDaemon(true);
        clock.initialize();
        looking = clock.schedule(this::look, this::next);
    }

    /** A run that goes on ends with the service. */
    @Override
    public void stop() {
        running = false;
        if (looking != null) {
            looking.cancel(true);
            clock.setAwaitTerminationMillis(settings.stopping().plusSeconds(2).toMillis());
            clock.shutdown();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Null where the cron expression never comes again. */
    private @Nullable Instant next(TriggerContext past) {
        Instant now = Instant.now();
        if (past.lastCompletion() == null && settings.atStart()) {
            standing = standing.nextAt(now);
            return now;
        }
        @Nullable Instant regular = new CronTrigger(settings.cron(), ZoneId.of(settings.zone())).nextExecution(past);
        @Nullable Instant retry = standing.retryAt().orElse(regular);
        if (regular == null || retry == null) {
            return retry;
        }
        Instant soon = retry.isBefore(now) ? now : retry;
        Instant next = soon.isBefore(regular) ? soon : regular;
        standing = standing.nextAt(next);
        return next;
    }

    private void look() {
        if (standing.leavesAlone(Instant.now()) && !worthLooking()) {
            return;
        }
        ScheduleState before = standing;
        standing = before.running(Instant.now());
        @Nullable DeliveryTimes seen = deliveries();
        ScheduledRun look = looks.make();
        standing = before.after(look, settings.backoff());
        failed = look.outcome().failure() ? seen : failed;
        ScheduleLog.ended(look, standing);
        events.publishEvent(new ScheduledRunEnded(look, before.failures(), standing.failures()));
    }

    /** Whether somebody has touched the deliveries since they failed, or a run by hand went well. */
    private boolean worthLooking() {
        @Nullable DeliveryTimes now = deliveries();
        Optional<RunRecord> newest =
                runs().stream().filter(run -> run.state() != RunState.RUNNING).findFirst();
        return (now != null && !now.equals(failed))
                || newest.filter(run -> run.state() != RunState.FAILED).isPresent();
    }

    /** Null where they cannot be looked at from here. */
    private @Nullable DeliveryTimes deliveries() {
        try {
            List<Path> folders = settings.folders();
            return folders.isEmpty() ? null : DeliveryTimes.of(folders);
        } catch (IOException e) {
            LOG.debug("The deliveries cannot be looked at.", e);
            return null;
        }
    }

    private List<RunRecord> runs() {
        try {
            return records.list();
        } catch (RuntimeException e) {
            LOG.warn("The records of the runs cannot be read.", e);
            return List.of();
        }
    }
}
