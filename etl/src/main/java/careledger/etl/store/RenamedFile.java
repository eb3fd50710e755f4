package careledger.etl.store;

import java.io.IOException;
import java.util.UUID;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options.Rename;
import org.apache.hadoop.fs.Path;

/** On file systems whose rename is one step and refuses a target that is there, as that of HDFS does. */
final class RenamedFile implements AtomicCreation {
    private final FileSystem files;

    RenamedFile(FileSystem files) {
        this.files = files;
    }

    @Override
    public boolean create(Path file, byte[] content) throws IOException {
        Path written = new Path(file.getParent(), "." + file.getName() + "." + UUID.randomUUID() + ".tmp");
        try {
            try (FSDataOutputStream out = files.create(written, false)) {
                out.write(content);
                out.hsync();
            }
            FileContext.getFileContext(files.getUri(), files.getConf()).rename(written, file, Rename.NONE);
        } catch (FileAlreadyExistsException e) {
            return false;
        } finally {
            files.delete(written, false);
        }
        return true;
    }
}
