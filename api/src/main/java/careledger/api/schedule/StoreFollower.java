package careledger.api.schedule;

import careledger.api.config.CareLedgerProperties;
import careledger.api.config.FollowSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Keeps a process running that fetches the releases of a store, where one is followed. A process that ends, for whatever
 * reason, is started again. It ends with the service, also where the service is killed.
 */
@Component
final class StoreFollower implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(StoreFollower.class);

    private final FollowSettings settings;
    private final Path data;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile @Nullable Thread supervisor;
    private volatile @Nullable Process process;

    StoreFollower(CareLedgerProperties properties) {
        this.settings = properties.follow();
        this.data = properties.data().toAbsolutePath().normalize();
    }

    @Override
    public void start() {
        if (settings.on()) {
            Thread thread = new Thread(this::supervise, "store-follower");
            thread.setDaemon(true);
            supervisor = thread;
            thread.start();
        }
    }

    @Override
    public void stop() {
        stopped.countDown();
        Process running = process;
        if (running != null) {
            running.destroy();
        }
        supervisor = null;
    }

    @Override
    public boolean isRunning() {
        return supervisor != null;
    }

    private void supervise() {
        do {
            try {
                Process started = LauncherProcess.start(
                        command(), settings.memory(), builder -> builder.redirectErrorStream(true));
                process = started;
                if (stopped.getCount() == 0) {
                    started.destroy();
                }
                report(started);
                LOG.warn("The process that fetches from the store ended with exit code {}.", started.waitFor());
            } catch (IOException e) {
                LOG.warn("The process that fetches from the store cannot be started, or read.", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        } while (!stopsWithin());
    }

    private boolean stopsWithin() {
        try {
            return stopped.await(settings.again().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private List<String> command() {
        List<String> command = new ArrayList<>(List.of(
                settings.launcher(),
                "fetch",
                settings.address(),
                "--data",
                data.toString(),
                "--every",
                Long.toString(settings.every().toSeconds()),
                "--beside",
                Long.toString(ProcessHandle.current().pid())));
        command.addAll(settings.options());
        return command;
    }

    private static void report(Process process) throws IOException {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            lines.lines().filter(line -> !line.isBlank()).forEach(line -> LOG.info("fetch: {}", line.strip()));
        }
    }
}
