package careledger.etl.stage;

import java.io.Serial;
import java.io.Serializable;

/**
 * A delivered file to be read.
 *
 * @param uri where its bytes are
 * @param path below the extracts root, with slashes
 * @param delivery folder whose mapping names the file
 * @param name below that folder
 * @param sha256 that its bytes had when the run began
 */
public record FileTask(String uri, String path, String delivery, String name, String sha256) implements Serializable {
    @Serial
    private static final long serialVersionUID = 2L;
}
