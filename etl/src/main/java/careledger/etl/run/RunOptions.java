package careledger.etl.run;

import java.nio.file.Path;

/**
 * What a run is told.
 *
 * @param data the warehouse's directory
 * @param extracts the directory whose folders are the deliveries
 * @param acceptRejections publish although whole files were refused
 * @param trigger who or what asked for the run, for its record
 */
public record RunOptions(Path data, Path extracts, boolean acceptRejections, String trigger) {}
