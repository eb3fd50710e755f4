package careledger.etl.run;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What a run is told.
 *
 * @param data the warehouse's directory
 * @param extracts the directory whose folders are the deliveries
 * @param acceptRejections publish although whole files were refused
 * @param settle how long new files are watched before they are read, so that none is read half
 * @param trigger who or what asked for the run, for its record
 */
public record RunOptions(Path data, Path extracts, boolean acceptRejections, Duration settle, String trigger) {
    /** Of deliveries that nobody is writing to. */
    public RunOptions(Path data, Path extracts, boolean acceptRejections, String trigger) {
        this(data, extracts, acceptRejections, Duration.ZERO, trigger);
    }
}
