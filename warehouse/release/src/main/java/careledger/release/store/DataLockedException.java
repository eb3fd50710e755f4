package careledger.release.store;

import java.nio.file.Path;

/** Somebody else is changing the data folder; the message says who, since when. */
public final class DataLockedException extends RuntimeException {
    DataLockedException(Path data, String holder) {
        super("Another run is at work in " + data + ": " + holder + ". Wait until it has ended.");
    }
}
