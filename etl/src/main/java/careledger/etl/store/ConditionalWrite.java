package careledger.etl.store;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Arrays;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FSDataOutputStreamBuilder;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options.CreateFileOptionKeys;
import org.apache.hadoop.fs.Path;

/**
 * On object stores: one request that the store refuses where the object is there (If-None-Match). A request whose answer
 * was lost is sent again and then refused because of itself, so what is there decides.
 */
final class ConditionalWrite implements AtomicCreation {
    private final FileSystem files;

    ConditionalWrite(FileSystem files) {
        this.files = files;
    }

    @Override
    public boolean create(Path file, byte[] content) throws IOException {
        FSDataOutputStreamBuilder<?, ?> builder = files.createFile(file).overwrite(true);
        builder.must(CreateFileOptionKeys.FS_OPTION_CREATE_CONDITIONAL_OVERWRITE, true);
        try (FSDataOutputStream out = (FSDataOutputStream) builder.build()) {
            out.write(content);
        } catch (IOException e) {
            return isThere(file, content, e);
        }
        return true;
    }

    private boolean isThere(Path file, byte[] content, IOException refusal) throws IOException {
        try (FSDataInputStream in = files.open(file)) {
            return Arrays.equals(in.readAllBytes(), content);
        } catch (FileNotFoundException e) {
            refusal.addSuppressed(e);
            throw refusal;
        }
    }
}
