package careledger.release.store;

/** A release whose files are not what they should be; the message says which, and what to do. */
public final class UnreadableReleaseException extends RuntimeException {
    UnreadableReleaseException(String message) {
        super(message);
    }

    public UnreadableReleaseException(String message, Throwable cause) {
        super(message, cause);
    }
}
