package careledger.release.run;

import careledger.release.file.DurableFiles;
import careledger.release.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * When a data folder that follows a store last reached it, written by {@code fetch --every} and read by the service.
 *
 * @param store its address
 * @param every seconds between two attempts
 * @param seenAt when the store was last reached; empty where it never was
 * @param triedAt when that was last tried
 * @param problem why the last attempt failed
 */
public record StoreContact(
        String store, long every, Optional<Instant> seenAt, Instant triedAt, Optional<String> problem) {
    private static final String FILE = "following.json";

    /** How many attempts may be missing before the store counts as lost. */
    private static final int MISSED = 3;

    private static final Duration SLOW_ATTEMPT = Duration.ofMinutes(1);

    /** Empty where the folder follows no store. A file that cannot be read is one: it is written again in a moment. */
    public static Optional<StoreContact> read(Path data) {
        try {
            return Optional.of(Json.read(Files.readString(data.resolve(FILE)), StoreContact.class));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(new StoreContact(
                    "", 0, Optional.empty(), Instant.EPOCH, Optional.of(data.resolve(FILE) + " cannot be read.")));
        }
    }

    /** The store was reached now. */
    public static void seen(Path data, String store, Duration every) {
        Instant now = now();
        new StoreContact(store, every.toSeconds(), Optional.of(now), now, Optional.empty()).write(data);
    }

    /** The store could not be reached now. */
    public static void failed(Path data, String store, Duration every, String problem) {
        Optional<Instant> before = read(data).flatMap(StoreContact::seenAt);
        new StoreContact(store, every.toSeconds(), before, now(), Optional.of(problem)).write(data);
    }

    /** What is wrong, in words; empty while the store is reached as often as it should be. */
    public Optional<String> lost(Instant now) {
        if (problem.isPresent()) {
            return problem;
        }
        Duration longest = Duration.ofSeconds(MISSED * every).plus(SLOW_ATTEMPT);
        return triedAt.plus(longest).isBefore(now)
                ? Optional.of("The store was last looked at at " + triedAt + ", and should be every " + every
                        + " seconds: the process that fetches has stopped.")
                : Optional.empty();
    }

    private void write(Path data) {
        DurableFiles.replace(data.resolve(FILE), Json.pretty(this));
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS);
    }
}
