package careledger.etl.run;

import java.io.Serial;

/** A run did not come to its end; the message says why in words, and its record says so too. */
public final class RunFailedException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    RunFailedException(String words, Throwable cause) {
        super(words, cause);
    }
}
