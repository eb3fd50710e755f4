package careledger.etl.store;

import careledger.release.file.Digest;
import careledger.release.file.DurableFiles;
import careledger.release.json.Json;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Deliveries that lie elsewhere, brought to a folder of this machine: what is new or changed there is fetched, what is gone
 * there goes here. A file is copied whole, with the length and the version of the listing, or not at all.
 */
public final class DeliveryMirror {
    private static final String INDEX = ".fetched.json";
    private static final String ARRIVING = ".arriving";

    private final URI address;
    private final Map<String, String> settings;
    private final Path folder;
    private SortedMap<String, RemoteFile> seen = new TreeMap<>();

    /**
     * @param settings of Spark; those of Hadoop among them say how the address is reached
     * @param folder that nobody else writes to
     */
    public DeliveryMirror(URI address, Map<String, String> settings, Path folder) {
        this.address = address;
        this.settings = Map.copyOf(settings);
        this.folder = folder.toAbsolutePath().normalize();
    }

    public Path folder() {
        return folder;
    }

    /**
     * Makes the folder hold what lies there now.
     *
     * @param settle how long to wait, where anything was new, for more that is being written
     * @return how many files were fetched
     * @throws IOException where something changes while it is fetched
     */
    public int refresh(Duration settle) throws IOException {
        try (RemoteFolder there = RemoteFolder.open(address, settings)) {
            seen = delivered(there);
            if (seen.isEmpty()) {
                throw new IOException("There is no delivery at " + there + ": expected folders with an extract.yaml.");
            }
            Map<String, Kept> index = index();
            Map<String, Kept> kept = new TreeMap<>();
            int fetched = 0;
            for (RemoteFile file : seen.values()) {
                Kept before = index.get(file.path());
                boolean same =
                        before != null && before.isOf(file) && before.sha256().equals(digest(local(file.path())));
                kept.put(file.path(), same ? before : fetched(there, file));
                fetched += same ? 0 : 1;
            }
            removeOthers();
            DurableFiles.replace(folder.resolve(INDEX), Json.pretty(new Index(kept)));
            DurableFiles.deleteTree(folder.resolve(ARRIVING));
            if (fetched > 0) {
                pause(settle);
                requireUnchanged(there);
            }
            return fetched;
        }
    }

    /** @throws IOException naming what is no longer as it was fetched */
    public void requireUnchanged() throws IOException {
        try (RemoteFolder there = RemoteFolder.open(address, settings)) {
            requireUnchanged(there);
        }
    }

    private void requireUnchanged(RemoteFolder there) throws IOException {
        SortedMap<String, RemoteFile> now = delivered(there);
        if (!now.equals(seen)) {
            List<String> changed = Stream.concat(now.keySet().stream(), seen.keySet().stream())
                    .distinct()
                    .filter(path -> !Objects.equals(now.get(path), seen.get(path)))
                    .sorted()
                    .toList();
            throw new IOException("The deliveries at " + there + " changed while they were loaded: "
                    + String.join(", ", changed) + ". Nothing was published; run again once they are whole.");
        }
    }

    /** What lies in a folder there; files directly at the root, and those of hidden folders, are not delivered. */
    private static SortedMap<String, RemoteFile> delivered(RemoteFolder there) throws IOException {
        SortedMap<String, RemoteFile> all = there.filesBelow("");
        all.keySet().removeIf(path -> path.startsWith(".") || path.indexOf('/') < 0);
        return all;
    }

    private Kept fetched(RemoteFolder there, RemoteFile file) throws IOException {
        Path arriving = folder.resolve(ARRIVING);
        DurableFiles.makeFolders(folder);
        Digest digest = new Digest();
        try (InputStream in = digest.over(there.open(file.path()))) {
            Files.copy(in, arriving, StandardCopyOption.REPLACE_EXISTING);
        } catch (FileNotFoundException e) {
            throw new IOException(there.addressOf(file.path()) + " went away while it was fetched; run again.", e);
        }
        if (Files.size(arriving) != file.bytes()) {
            throw new IOException(there.addressOf(file.path()) + " is being written: " + Files.size(arriving)
                    + " bytes came, the listing said " + file.bytes() + ". Run again once it is whole.");
        }
        Path target = local(file.path());
        Files.createDirectories(DurableFiles.folderOf(target));
        Files.move(arriving, target, StandardCopyOption.REPLACE_EXISTING);
        return new Kept(file.bytes(), file.version(), digest.hex());
    }

    private void removeOthers() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path one : deepestFirst) {
                String path = folder.relativize(one).toString().replace('\\', '/');
                if (Files.isDirectory(one) ? isEmpty(one) && !path.isEmpty() : !seen.containsKey(path)) {
                    Files.delete(one);
                }
            }
        }
    }

    private Path local(String path) throws IOException {
        Path local = folder.resolve(path).normalize();
        if (!local.startsWith(folder)) {
            throw new IOException("'" + path + "' at " + address + " would lie outside of the deliveries; rename it.");
        }
        return local;
    }

    private Map<String, Kept> index() {
        try {
            return Json.read(Files.readString(folder.resolve(INDEX)), Index.class)
                    .files();
        } catch (IOException e) {
            return Map.of();
        }
    }

    private static String digest(Path file) {
        return Files.isRegularFile(file) ? Digest.of(file) : "";
    }

    private static boolean isEmpty(Path one) throws IOException {
        try (Stream<Path> children = Files.list(one)) {
            return children.findAny().isEmpty();
        }
    }

    private static void pause(Duration settle) throws IOException {
        try {
            Thread.sleep(settle.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while new files were watched.", e);
        }
    }

    private record Index(Map<String, Kept> files) {}

    /** A file as it was fetched. */
    private record Kept(long bytes, String version, String sha256) {
        boolean isOf(RemoteFile file) {
            return bytes == file.bytes() && version.equals(file.version());
        }
    }
}
