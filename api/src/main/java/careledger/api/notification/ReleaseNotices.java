package careledger.api.notification;

import careledger.answers.serving.Warehouse;
import careledger.api.config.CareLedgerProperties;
import careledger.schema.text.UnknownIdException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.stereotype.Component;

/** Announces a new current release, however it was published, also while the service was down. */
@Component
final class ReleaseNotices implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ReleaseNotices.class);

    /** It costs nothing to see which release is served. */
    private static final Duration LOOKS = Duration.ofMillis(500);

    private final Webhooks webhooks;
    private final Warehouse warehouse;
    private final ReleaseNews queryExecutor;
    private final LastNotifiedRelease file;
    private final ThreadPoolTaskScheduler clock = new ThreadPoolTaskScheduler();
    private volatile Optional<String> told = Optional.empty();
    private @Nullable ScheduledFuture<?> watching;

    ReleaseNotices(Webhooks webhooks, Warehouse warehouse, ReleaseNews queryExecutor, CareLedgerProperties properties) {
        this.webhooks = webhooks;
        this.warehouse = warehouse;
        this.queryExecutor = queryExecutor;
        this.file = new LastNotifiedRelease(properties.data());
    }

    @Override
    public void start() {
        if (!webhooks.on()) {
            return;
        }
        told = file.read();
        clock.setThreadNamePrefix("release-notices-");
        clock.setDaemon(true);
        clock.initialize();
        watching = clock.scheduleWithFixedDelay(this::look, LOOKS);
    }

    @Override
    public void stop() {
        if (watching != null) {
            watching.cancel(true);
            watching = null;
            clock.shutdown();
        }
    }

    @Override
    public boolean isRunning() {
        return watching != null;
    }

    private void look() {
        Optional<String> served = warehouse.status().servedRelease();
        if (served.isEmpty() || served.equals(told)) {
            return;
        }
        try {
            tell(served.get(), told);
            told = served;
        } catch (UnknownIdException e) {
            LOG.debug("Release {} is not kept any more.", served.get(), e);
        }
    }

    private void tell(String release, Optional<String> before) {
        ReleaseSummary news = queryExecutor.of(release);
        boolean back = before.filter(last -> isLater(last, release)).isPresent();
        webhooks.tell(
                back ? "rollback/" + release + "/" + Instant.now() : "release/" + release,
                back ? "release.rolledback" : "release.published",
                back ? Instant.now() : news.publishedAt(),
                data(news),
                () -> file.write(release));
    }

    private boolean isLater(String one, String other) {
        try {
            return queryExecutor.place(one) > queryExecutor.place(other);
        } catch (UnknownIdException e) {
            return false;
        }
    }

    private static Map<String, Object> data(ReleaseSummary news) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("release", news.release());
        data.put("publishedAt", news.publishedAt());
        data.put("previousRelease", news.previous());
        data.put("figures", news.figures());
        news.changes().ifPresent(made -> {
            data.put("added", made.added());
            data.put("changed", made.changed());
            data.put("withdrawn", made.withdrawn());
            data.put("moved", made.moved());
        });
        data.put("summary", news.describe());
        return data;
    }
}
