package careledger.etl.store;

import careledger.release.store.Manifest;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.regex.Pattern;

/**
 * A place where releases are published for others to fetch, on any file system that Hadoop reaches:
 *
 * <pre>
 * releases/&lt;id&gt;/       a release as in a data folder, its manifest written last
 * runs/&lt;id&gt;.json       the record of the run that made it
 * published/&lt;number&gt;   id of a release; the highest number is what readers serve
 * </pre>
 *
 * Nothing is ever overwritten that a reader may be reading, and a number is given once: the second publisher gets an error.
 */
public final class ReleaseStore implements AutoCloseable {
    private static final String FOLDER = "published";
    /** The folders into which publishers write; whatever else is beside them is nobody's business here. */
    private static final List<String> WRITTEN = List.of("releases", "runs", FOLDER);

    private static final String BEGINNING = FOLDER + "/" + name(0);
    private static final Pattern NUMBER = Pattern.compile(FOLDER + "/(\\d{12})");

    private final RemoteFolder folder;

    private ReleaseStore(RemoteFolder folder) {
        this.folder = folder;
    }

    /** @param settings of Spark; those of Hadoop among them, {@code spark.hadoop.…}, say how the store is reached */
    public static ReleaseStore open(URI address, Map<String, String> settings) throws IOException {
        return new ReleaseStore(RemoteFolder.open(address, settings));
    }

    /** @throws IOException where the newest publication does not name a release: readers keep what they have */
    Published current() throws IOException {
        long last = newest();
        return last == 0 ? Published.NOTHING : new Published(last, release(last));
    }

    /** What the next publication follows: the newest one, with an empty id where it does not name a release. */
    Published last() throws IOException {
        long last = newest();
        return last == 0 ? Published.NOTHING : new Published(last, named(last).orElse(""));
    }

    private long newest() throws IOException {
        return folder.filesBelow(FOLDER).keySet().stream()
                .map(NUMBER::matcher)
                .filter(one -> one.matches())
                .mapToLong(one -> Long.parseLong(one.group(1)))
                .max()
                .orElse(0);
    }

    /** Makes a release the next one that readers serve. @return false where another was published since */
    boolean publish(Published seen, String release) throws IOException {
        return folder.createOnce(
                FOLDER + "/" + name(seen.number() + 1), (release + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** @throws IOException where the store lets what is there be created again, so that two could publish at once */
    void requireOneWinner() throws IOException {
        byte[] beginning = "Publications of Care Ledger are numbered from 1.\n".getBytes(StandardCharsets.UTF_8);
        byte[] other = "Nobody may write this.\n".getBytes(StandardCharsets.UTF_8);
        folder.createOnce(BEGINNING, beginning);
        if (folder.createOnce(BEGINNING, other)) {
            throw new IOException(
                    folder + " does not honour conditional writes: it lets a file be created that is there already, so"
                            + " two publishers could both win. Nothing was published; use a store that honours"
                            + " If-None-Match, as Amazon S3 and MinIO do.");
        }
    }

    SortedMap<String, RemoteFile> filesOf(String release) throws IOException {
        return folder.filesBelow("releases/" + release);
    }

    /** Empty where there is no such file. */
    Optional<byte[]> read(String path) throws IOException {
        try (InputStream in = folder.open(path)) {
            return Optional.of(in.readAllBytes());
        } catch (FileNotFoundException e) {
            return Optional.empty();
        }
    }

    InputStream open(String path) throws IOException {
        return folder.open(path);
    }

    OutputStream write(String path) throws IOException {
        return folder.write(path);
    }

    /** Copies a file to where readers see it whole or not at all. */
    void put(Path file, String path) throws IOException {
        folder.put(file, path);
    }

    /** What killed publishers left under private names. */
    List<String> leftBehind() throws IOException {
        List<String> left = new ArrayList<>();
        for (String written : WRITTEN) {
            left.addAll(folder.leftBehind(written));
        }
        return left;
    }

    /** Deletes what killed publishers left. @return its paths */
    public List<String> sweep() throws IOException {
        List<String> swept = new ArrayList<>();
        for (String written : WRITTEN) {
            swept.addAll(folder.sweep(written));
        }
        return swept;
    }

    String addressOf(String path) {
        return folder.addressOf(path);
    }

    @Override
    public String toString() {
        return folder.toString();
    }

    @Override
    public void close() throws IOException {
        folder.close();
    }

    private String release(long number) throws IOException {
        return named(number)
                .orElseThrow(() -> new IOException(addressOf(FOLDER + "/" + name(number))
                        + " does not hold the id of a release, so nobody knows which one was published last. Run"
                        + " `./careledger publish " + folder + "` where releases are loaded; it follows with the next"
                        + " number."));
    }

    private Optional<String> named(long number) throws IOException {
        String path = FOLDER + "/" + name(number);
        byte[] id = read(path)
                .orElseThrow(() -> new IOException(addressOf(path) + " was listed and cannot be read; look again."));
        return Optional.of(new String(id, StandardCharsets.UTF_8).strip()).filter(Manifest::isName);
    }

    static String nameOf(long number) {
        return FOLDER + "/" + name(number);
    }

    private static String name(long number) {
        return "%012d".formatted(number);
    }
}
