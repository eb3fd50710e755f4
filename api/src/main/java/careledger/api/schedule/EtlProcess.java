package careledger.api.schedule;

import careledger.api.config.ScheduleSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An {@code etl run} in a process of its own. Its progress goes to the log; its results, which may hold what was refused,
 * do not.
 */
final class EtlProcess {
    private static final Logger LOG = LoggerFactory.getLogger(EtlProcess.class);
    private static final int LONGEST_LINE = 500;
    private static final Duration LAST_WORDS = Duration.ofSeconds(1);

    private final ScheduleSettings settings;
    private final Path data;

    EtlProcess(ScheduleSettings settings, Path data) {
        this.settings = settings;
        this.data = data.toAbsolutePath().normalize();
    }

    /**
     * How the process ended.
     *
     * @param exitCode empty where it was stopped because it took too long
     * @param lastLine the last that it said
     */
    record Ended(long pid, OptionalInt exitCode, String lastLine) {}

    /**
     * Waits to the end. Where the thread is interrupted, the process ends too.
     *
     * @throws IOException where it does not start
     */
    Ended run() throws IOException, InterruptedException {
        Process process = LauncherProcess.start(
                command(), settings.memory(), builder -> builder.redirectOutput(ProcessBuilder.Redirect.DISCARD));
        LastLine said = new LastLine(process);
        try {
            boolean ended = process.waitFor(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
            if (!ended) {
                stop(process);
            }
            return new Ended(
                    process.pid(), ended ? OptionalInt.of(process.exitValue()) : OptionalInt.empty(), said.get());
        } finally {
            stop(process);
        }
    }

    private List<String> command() {
        List<String> command = new ArrayList<>(List.of(
                settings.launcher(),
                "etl",
                "run",
                "--trigger",
                "schedule",
                "--timeout",
                Math.max(1, settings.timeout().toSeconds()) + "s",
                "--data",
                data.toString()));
        settings.deliveries().forEach(folder -> command.addAll(List.of("--extracts", folder)));
        command.addAll(settings.options());
        return command;
    }

    /** Requests that the process and its children end, and kills them if they take too long. The next run cleans up. */
    private void stop(Process process) {
        if (!process.isAlive()) {
            return;
        }
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        all.forEach(ProcessHandle::destroy);
        boolean interrupted = Thread.interrupted();
        try {
            process.waitFor(settings.stopping().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            interrupted = true;
        }
        all.forEach(ProcessHandle::destroyForcibly);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Reads what a process says on stderr, as long as it says anything. */
    private static final class LastLine {
        private final Thread reader;
        private volatile String line = "";

        LastLine(Process process) {
            reader = new Thread(() -> read(process), "etl-progress");
            reader.setDaemon(true);
            reader.start();
        }

        private void read(Process process) {
            try (BufferedReader lines = process.errorReader(StandardCharsets.UTF_8)) {
                lines.lines().filter(one -> !one.isBlank()).forEach(one -> {
                    line = one.length() > LONGEST_LINE ? one.substring(0, LONGEST_LINE) + "…" : one;
                    LOG.info("etl run: {}", line.strip());
                });
            } catch (IOException | UncheckedIOException e) {
                LOG.debug("The run's progress cannot be read any more.", e);
            }
        }

        /** A process of its own that it left behind may keep the stream open. */
        String get() throws InterruptedException {
            reader.join(LAST_WORDS.toMillis());
            return line.strip();
        }
    }
}
