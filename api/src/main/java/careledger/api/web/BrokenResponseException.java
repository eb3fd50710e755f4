package careledger.api.web;

/**
 * An answer failed after its first part had been sent. It goes up to the servlet container, which cuts the connection
 * without an end, so that nobody takes the part for the whole.
 */
public final class BrokenResponseException extends RuntimeException {
    public BrokenResponseException(Throwable cause) {
        super("An answer was broken off: " + cause.getMessage(), cause);
    }
}
