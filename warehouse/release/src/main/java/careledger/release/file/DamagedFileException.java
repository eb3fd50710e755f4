package careledger.release.file;

import java.io.Serial;

/** A file is not what was published, so nothing is made or answered from it; the message names it and says what to do. */
public final class DamagedFileException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    public DamagedFileException(String message) {
        super(message);
    }
}
