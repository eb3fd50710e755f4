package careledger.release.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * The file in which the holder of a lock names itself, and whose time of change it renews while it lives. It decides
 * nothing between processes of one machine, where the lock does. Between machines there are file systems whose locks do
 * not hold; there a holder with a fresh sign is believed to live.
 */
public final class SignOfLife {
    /** How old a sign may be of a holder that lives. */
    public static final Duration FRESH = Duration.ofSeconds(60);

    private static final Duration RENEWED_EVERY = Duration.ofSeconds(10);

    private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");

    private final Path file;

    public SignOfLife(Path file) {
        this.file = file;
    }

    /** Signs, and renews the sign until the thread that is returned is interrupted. */
    public Thread begin() throws IOException {
        Files.writeString(
                file,
                "process " + ProcessHandle.current().pid() + " since "
                        + Instant.now().truncatedTo(ChronoUnit.SECONDS) + "\n" + machine() + "\n");
        Thread renewing = new Thread(this::renew, "sign of life");
        renewing.setDaemon(true);
        renewing.start();
        return renewing;
    }

    public void end() throws IOException {
        Files.deleteIfExists(file);
    }

    /** Who holds the lock, in words. */
    public String holder() {
        List<String> lines = lines();
        return lines.isEmpty()
                ? "a process that has not signed yet"
                : lines.get(0)
                        + renewed()
                                .map(last -> ", last sign of life " + last.truncatedTo(ChronoUnit.SECONDS))
                                .orElse("");
    }

    /** Whether a process of another machine signed a moment ago. */
    public boolean ofAnotherMachine() {
        List<String> lines = lines();
        return lines.size() > 1
                && !lines.get(1).equals(machine())
                && renewed()
                        .filter(last ->
                                Duration.between(last, Instant.now()).abs().compareTo(FRESH) < 0)
                        .isPresent();
    }

    /** The same for every container of a machine, and another after it was started again. */
    public static String machine() {
        try {
            return "boot " + Files.readString(BOOT).strip();
        } catch (IOException e) {
            return "host "
                    + System.getenv().getOrDefault("HOSTNAME", System.getenv().getOrDefault("COMPUTERNAME", "?"));
        }
    }

    private void renew() {
        while (!Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(RENEWED_EVERY.toNanos());
            try {
                Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
            } catch (IOException e) {
                // A sign that is missing once does no harm; the lock stays.
            }
        }
    }

    private Optional<Instant> renewed() {
        try {
            return Optional.of(Files.getLastModifiedTime(file).toInstant());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private List<String> lines() {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            return List.of();
        }
    }
}
