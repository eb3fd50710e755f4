package careledger.etl.store;

import careledger.release.file.DurableFiles;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import org.apache.hadoop.fs.Path;

/** On folders of this machine: written and forced to the disk under another name, and given its own by a link. */
final class LinkedFile implements AtomicCreation {
    @Override
    public boolean create(Path file, byte[] content) throws IOException {
        java.nio.file.Path target = java.nio.file.Path.of(file.toUri().getPath());
        java.nio.file.Path folder = DurableFiles.folderOf(target);
        DurableFiles.makeFolders(folder); // a file in its place is no publisher who was first
        try (PrivateFile written = PrivateFile.of(target)) {
            written.write(new ByteArrayInputStream(content));
            Files.createLink(target, written.path());
        } catch (FileAlreadyExistsException e) {
            return false;
        }
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        }
        return true;
    }
}
