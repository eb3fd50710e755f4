package careledger.release.servingfile;

import java.util.List;

/** A release that cannot be served; the message says why. */
public final class UnservableReleaseException extends RuntimeException {
    public UnservableReleaseException(String message, Throwable cause) {
        super(message, cause);
    }

    public UnservableReleaseException(String release, List<String> problems) {
        super("Release '" + release + "' is not served: " + String.join(" ", problems));
    }
}
