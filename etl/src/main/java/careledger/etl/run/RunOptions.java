package careledger.etl.run;

import careledger.warehouse.release.Retention;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a run is told.
 *
 * @param data the warehouse's directory
 * @param extracts the directory whose folders are the deliveries
 * @param acceptRejections publish although whole files were refused
 * @param full read and write everything anew, also where nothing changed
 * @param retention which releases go after the run; empty where all stay
 * @param trigger who or what asked for the run, for its record
 */
public record RunOptions(
        Path data,
        Path extracts,
        boolean acceptRejections,
        boolean full,
        Optional<Retention> retention,
        String trigger) {
    public RunOptions(Path data, Path extracts, boolean acceptRejections, String trigger) {
        this(data, extracts, acceptRejections, false, Optional.empty(), trigger);
    }
}
