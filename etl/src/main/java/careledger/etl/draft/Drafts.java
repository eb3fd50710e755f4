package careledger.etl.draft;

import careledger.schema.catalogue.Catalogue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Writes drafts into delivery folders; an extract.yaml that is there is never touched. */
public final class Drafts {
    private static final String MAPPING = "extract.yaml";

    private Drafts() {}

    /** @throws IOException naming the folder, where it has an extract.yaml, is none, or cannot be written */
    public static DeliveryDraft write(Path folder, Catalogue catalogue) throws IOException {
        Path mapping = folder.resolve(MAPPING);
        if (!Files.isDirectory(folder)) {
            throw new NotDirectoryException(folder + " is no folder; name the one that holds the delivered files.");
        }
        if (Files.exists(mapping)) {
            throw new FileAlreadyExistsException(
                    mapping + " is there already and is not touched; move it away to have a" + " draft made.");
        }
        DeliveryDraft draft = DeliveryDraft.of(folder, catalogue);
        if (draft.tables().isEmpty() && draft.unread().isEmpty()) {
            throw new IOException(folder + " holds no file to look at.");
        }
        Files.writeString(mapping, DraftText.of(draft), StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
        return draft;
    }
}
