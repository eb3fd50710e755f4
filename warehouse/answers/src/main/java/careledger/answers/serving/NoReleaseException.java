package careledger.answers.serving;

/** There is no release to ask; the message says why and what to do. */
public final class NoReleaseException extends RuntimeException {
    NoReleaseException(String message) {
        super(message);
    }
}
