package careledger.etl.run;

import careledger.release.guard.Guard;
import careledger.release.store.Retention;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The options of a run.
 *
 * @param data the warehouse's directory
 * @param extracts the directories whose folders are the deliveries
 * @param accepted guards whose alarm does not stop the release
 * @param full read and write everything again, even if nothing changed
 * @param dryRun do everything but publish
 * @param settle how long new files are watched before they are read, so that none is read half
 * @param retention which releases go after the run; empty where all stay
 * @param trigger who or what asked for the run, for its record
 */
public record RunOptions(
        Path data,
        List<Path> extracts,
        Set<Guard> accepted,
        boolean full,
        boolean dryRun,
        Duration settle,
        Optional<Retention> retention,
        String trigger) {
    public RunOptions {
        extracts = List.copyOf(extracts);
        accepted = Set.copyOf(accepted);
    }

    /** Of deliveries in one directory. */
    public RunOptions(
            Path data,
            Path extracts,
            Set<Guard> accepted,
            boolean full,
            boolean dryRun,
            Duration settle,
            Optional<Retention> retention,
            String trigger) {
        this(data, List.of(extracts), accepted, full, dryRun, settle, retention, trigger);
    }

    /** Of deliveries in one directory that nobody is writing to. */
    public RunOptions(Path data, Path extracts, Set<Guard> accepted, String trigger) {
        this(data, List.of(extracts), accepted, trigger);
    }

    /** Of deliveries that nobody is writing to. */
    public RunOptions(Path data, List<Path> extracts, Set<Guard> accepted, String trigger) {
        this(data, extracts, accepted, false, false, Duration.ZERO, Optional.empty(), trigger);
    }
}
