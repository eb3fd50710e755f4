package careledger.etl.stage;

import careledger.release.file.Digest;
import careledger.release.file.DurableFiles;
import careledger.release.store.Release;
import careledger.release.store.ReleasedFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Files of an earlier release by what they hold. They are copied, not linked: a release must not be damaged by damage to
 * another.
 */
final class EarlierFiles {
    private final Map<String, ReleasedFile> byContent = new HashMap<>();
    private final Optional<Release> release;

    EarlierFiles(Optional<Release> release) {
        this.release = release;
        release.stream()
                .flatMap(earlier -> earlier.manifest().tables().stream())
                .flatMap(table -> table.files().stream())
                .forEach(file -> file.content().ifPresent(content -> byContent.put(content, file)));
    }

    /** @return false, and nothing there, where no earlier file holds this, or it is no longer what was published */
    boolean copy(String content, Path target) throws IOException {
        ReleasedFile file = byContent.get(content);
        if (file == null) {
            return false;
        }
        Files.createDirectories(DurableFiles.folderOf(target));
        Path source = release.orElseThrow().dir().resolve(file.path());
        try (OutputStream out = Files.newOutputStream(target)) {
            if (Digest.copy(source, out).equals(file.sha256())) {
                return true;
            }
        } catch (NoSuchFileException e) {
            Files.deleteIfExists(target);
            return false;
        }
        Files.delete(target);
        return false;
    }
}
