package careledger.answers.serving;

import java.util.List;

/** A release that cannot be served; the message says why. */
public final class UnservableReleaseException extends RuntimeException {
    UnservableReleaseException(String message, Throwable cause) {
        super(message, cause);
    }

    UnservableReleaseException(String release, List<String> problems) {
        super("Release '" + release + "' is not served: " + String.join(" ", problems));
    }
}
