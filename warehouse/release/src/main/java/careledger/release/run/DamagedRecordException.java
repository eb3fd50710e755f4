package careledger.release.run;

/** The record of a run cannot be read; the message names the file and says why. Other records are not affected. */
public final class DamagedRecordException extends RuntimeException {
    DamagedRecordException(String message, Throwable cause) {
        super(message, cause);
    }
}
