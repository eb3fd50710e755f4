package careledger.etl.store;

import java.io.IOException;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options.CreateFileOptionKeys;
import org.apache.hadoop.fs.Path;

/**
 * The step that a publication rests on: a file comes to be, whole, where there is none. Of any number of processes that
 * create it at once, one does.
 */
interface AtomicCreation {
    /** @return false where the file is there already, which then stays as it is */
    boolean create(Path file, byte[] content) throws IOException;

    /** As the file system does it. */
    static AtomicCreation of(FileSystem files, Path folder) throws IOException {
        if (files.hasPathCapability(folder, CreateFileOptionKeys.FS_OPTION_CREATE_CONDITIONAL_OVERWRITE)) {
            return new ConditionalWrite(files);
        }
        return files.getUri().getScheme().equals("file") ? new LinkedFile() : new RenamedFile(files);
    }
}
