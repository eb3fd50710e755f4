package careledger.etl.stage;

import java.io.IOException;
import java.io.Serial;

/** A delivered file is no longer the one that the run began with. */
public final class ChangedFileException extends IOException {
    @Serial
    private static final long serialVersionUID = 1L;

    ChangedFileException(String path) {
        super(path + " changed while it was read. Nothing of it was taken; run again once it is whole.");
    }
}
