package careledger.release.run;

import java.util.Objects;

/**
 * What one run did with one delivered file.
 *
 * @param id path below the extracts root
 * @param file the same path, as people read it
 * @param rows data rows, all accepted or rejected
 */
public record ExtractCount(
        String id,
        String file,
        String sha256,
        String layout,
        long rows,
        long accepted,
        long rejected,
        long cellsRead,
        long cellsAccepted,
        long cellsRejected,
        long claims) {
    public ExtractCount {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(sha256, "sha256");
        Objects.requireNonNull(layout, "layout");
        if (rows != accepted + rejected) {
            throw new IllegalArgumentException(
                    file + ": " + rows + " rows read are not " + accepted + " accepted and " + rejected + " rejected");
        }
        if (cellsRead != cellsAccepted + cellsRejected) {
            throw new IllegalArgumentException(file + ": " + cellsRead + " cells read are not " + cellsAccepted
                    + " accepted and " + cellsRejected + " rejected");
        }
    }
}
