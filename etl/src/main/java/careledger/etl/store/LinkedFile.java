package careledger.etl.store;

import careledger.release.file.DurableFiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.apache.hadoop.fs.Path;

/** On folders of this machine: written and forced to the disk under another name, and given its own by a link. */
final class LinkedFile implements AtomicCreation {
    @Override
    public boolean create(Path file, byte[] content) throws IOException {
        java.nio.file.Path target = java.nio.file.Path.of(file.toUri().getPath());
        java.nio.file.Path folder = DurableFiles.folderOf(target);
        DurableFiles.makeFolders(folder);
        java.nio.file.Path written = folder.resolve("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
        try {
            Files.write(written, content);
            DurableFiles.forceTree(written);
            Files.createLink(target, written);
        } catch (FileAlreadyExistsException e) {
            return false;
        } finally {
            Files.deleteIfExists(written);
        }
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        }
        return true;
    }
}
