package careledger.etl.store;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.EtagSource;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.hadoop.fs.UnsupportedFileSystemException;

/** A folder on any file system that Hadoop reaches. Paths are below it, with slashes. */
final class RemoteFolder implements AutoCloseable {
    private static final String OF_HADOOP = "spark.hadoop.";

    private final FileSystem files;
    private final Path root;
    private final AtomicCreation creation;

    private RemoteFolder(FileSystem files, Path root) throws IOException {
        this.files = files;
        this.root = root;
        this.creation = AtomicCreation.of(files, root);
    }

    /** @param settings of Spark; those of Hadoop among them, {@code spark.hadoop.…}, say how the file system is reached */
    static RemoteFolder open(URI address, Map<String, String> settings) throws IOException {
        Configuration configuration = new Configuration();
        settings.forEach((key, value) -> {
            if (key.startsWith(OF_HADOOP)) {
                configuration.set(key.substring(OF_HADOOP.length()), value);
            }
        });
        try {
            FileSystem files = FileSystem.newInstance(address, configuration);
            files.setWriteChecksum(false);
            return new RemoteFolder(
                    files, new Path(new Path(address).toString())); // written in one way, without a slash at its end
        } catch (UnsupportedFileSystemException | IllegalArgumentException e) {
            throw new IOException(
                    "Hadoop does not reach " + address + ": " + e.getMessage()
                            + ". Expected an address as in s3a://bucket/folder or file:///folder, and its file system's"
                            + " jars in etl/target/lib.",
                    e);
        }
    }

    /** Every file below a folder, by its path below this one; none where there is no such folder. */
    SortedMap<String, RemoteFile> filesBelow(String folder) throws IOException {
        Path below = folder.isEmpty() ? root : new Path(root, folder);
        if (isLocal()) {
            return new LocalFiles(local(root)).below(local(below));
        }
        SortedMap<String, RemoteFile> found = new TreeMap<>();
        try {
            RemoteIterator<LocatedFileStatus> all = files.listFiles(below, true);
            while (all.hasNext()) {
                LocatedFileStatus one = all.next();
                String path = below(root, one.getPath());
                found.put(path, new RemoteFile(path, one.getLen(), version(one)));
            }
        } catch (FileNotFoundException e) {
            return new TreeMap<>();
        }
        return found;
    }

    /** @throws FileNotFoundException where it is not there */
    InputStream open(String path) throws IOException {
        return files.open(new Path(root, path));
    }

    /** Replaces what is there. */
    OutputStream write(String path) throws IOException {
        return files.create(new Path(root, path), true);
    }

    /**
     * Copies a file to where it is seen whole or not at all, also where somebody else puts the same there. Object stores do so by
     * themselves; on a folder of this machine it is written under a private name and renamed.
     */
    void put(java.nio.file.Path file, String path) throws IOException {
        if (!isLocal()) {
            try (OutputStream out = write(path)) {
                Files.copy(file, out);
            }
            return;
        }
        java.nio.file.Path target = local(new Path(root, path));
        try (PrivateFile written = PrivateFile.of(target);
                InputStream in = Files.newInputStream(file)) {
            written.write(in);
            Files.move(written.path(), target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Paths of what killed publishers left under private names; on file systems of other kinds that is a few bytes at most. */
    List<String> leftBehind(String folder) throws IOException {
        return privateFiles(folder, PrivateFile::isLeftBehind);
    }

    /** Deletes it. */
    List<String> sweep(String folder) throws IOException {
        return privateFiles(folder, PrivateFile::sweep);
    }

    private List<String> privateFiles(String folder, Predicate<java.nio.file.Path> which) throws IOException {
        if (!isLocal()) {
            return List.of();
        }
        return filesBelow(folder).keySet().stream()
                .filter(path -> which.test(local(root).resolve(path)))
                .toList();
    }

    boolean createOnce(String path, byte[] content) throws IOException {
        return creation.create(new Path(root, path), content);
    }

    /** Where a path is, for a person. */
    String addressOf(String path) {
        return new Path(root, path).toString();
    }

    /** As it is written in a command. */
    @Override
    public String toString() {
        return root.toUri().toString();
    }

    @Override
    public void close() throws IOException {
        files.close();
    }

    private boolean isLocal() {
        return files.getUri().getScheme().equals("file");
    }

    private static java.nio.file.Path local(Path path) {
        return java.nio.file.Path.of(path.toUri().getPath());
    }

    /** Decoded, because one name is encoded in more ways than one. */
    private static String below(Path root, Path file) {
        String home = root.toUri().getPath();
        return file.toUri().getPath().substring(home.endsWith("/") ? home.length() : home.length() + 1);
    }

    private static String version(LocatedFileStatus file) {
        String etag = file instanceof EtagSource source ? source.getEtag() : null;
        return etag == null ? Long.toString(file.getModificationTime()) : etag;
    }
}
