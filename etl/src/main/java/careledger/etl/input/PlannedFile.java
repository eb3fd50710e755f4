package careledger.etl.input;

import careledger.schema.mapping.TableForm;
import java.util.Optional;

/**
 * A table of a delivery, as a run sees it: a file, or what is inside one.
 *
 * @param path below the extracts root, with slashes; id of the extract
 * @param name below the delivery's folder
 * @param layout claims, wide, tidy or neighbours; "unknown" where no mapping says
 * @param source where the whole file is of one
 * @param sha256 of its bytes; empty text where the file is missing
 * @param readable false where it was refused before it was opened
 */
public record PlannedFile(
        String path,
        String delivery,
        String name,
        String layout,
        Optional<String> source,
        String sha256,
        String mappingSha256,
        boolean readable) {
    /** Path, below the extracts root, of the file that was delivered and that holds this table. */
    public String delivered() {
        return TableForm.delivered(path);
    }
}
