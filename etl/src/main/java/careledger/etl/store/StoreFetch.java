package careledger.etl.store;

import careledger.release.file.Digest;
import careledger.release.file.DurableFiles;
import careledger.release.run.UnfinishedRuns;
import careledger.release.store.DataLock;
import careledger.release.store.Manifest;
import careledger.release.store.ReleaseImport;
import careledger.release.store.ReleasedFile;
import careledger.release.store.Releases;
import careledger.release.store.StagedRelease;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * Brings the current release of a store into a data folder, from where an API serves it. What arrives is held against the
 * manifest before it is published there; until then, and where anything is wrong with it, the folder's release stays.
 */
public final class StoreFetch {
    private final ReleaseStore store;
    private final Path data;
    private final Releases releases;
    private final ReleaseImport arriving;
    private Published last = Published.NOTHING;

    public StoreFetch(ReleaseStore store, Path data) {
        this.store = store;
        this.data = data;
        this.releases = new Releases(data);
        this.arriving = new ReleaseImport(data);
    }

    /**
     * The result of checking the store.
     *
     * @param fetched files that were downloaded
     */
    public record Fetched(String release, int fetched) {}

    /**
     * Fetches what the data folder does not have, whole and undamaged.
     *
     * @throws IOException where nothing is published there, or what is there is not what was published
     */
    public Fetched fetch() throws IOException {
        Published published = store.current();
        if (published.nothing()) {
            throw new IOException("No release is published at " + store + ".");
        }
        try (DataLock lock = DataLock.take(data)) {
            new UnfinishedRuns(data).settle(lock);
            int files = 0;
            if (isHere(published.release())) {
                arriving.serve(lock, published.release());
            } else {
                files = anew(lock, published.release());
            }
            last = published;
            return new Fetched(published.release(), files);
        }
    }

    /** The same if something was published since the last check; otherwise empty. */
    public Optional<Fetched> fetchNews() throws IOException {
        return store.current().equals(last) ? Optional.empty() : Optional.of(fetch());
    }

    private boolean isHere(String id) throws IOException {
        Path manifest = data.resolve("releases").resolve(id).resolve(Manifest.FILE);
        return Files.isRegularFile(manifest)
                && Arrays.equals(Files.readAllBytes(manifest), manifest(id))
                && releases.verify(id).isEmpty();
    }

    private int anew(DataLock lock, String id) throws IOException {
        StagedRelease staged = releases.stage(lock);
        try {
            DurableFiles.makeFolders(staged.dir());
            Files.write(staged.dir().resolve(Manifest.FILE), manifest(id));
            Manifest manifest = arriving.manifest(staged);
            if (!manifest.id().equals(id)) {
                throw new IOException(store.addressOf(home(id) + Manifest.FILE) + " is of release '" + manifest.id()
                        + "', expected '" + id + "'. Publish it again.");
            }
            int files = 0;
            for (ReleasedFile file : manifest.allFiles()) {
                download(file, home(id) + file.path(), staged);
                files++;
            }
            fetchRecord(manifest);
            arriving.install(lock, staged);
            return files;
        } finally {
            releases.discard(staged);
        }
    }

    private byte[] manifest(String id) throws IOException {
        return store.read(home(id) + Manifest.FILE)
                .orElseThrow(() -> new IOException(store.addressOf(home(id) + Manifest.FILE)
                        + " is not there, though it was published. Publish it again."));
    }

    private void download(ReleasedFile file, String path, StagedRelease staged) throws IOException {
        Path target = staged.dir().resolve(file.path()).normalize();
        if (!target.startsWith(staged.dir())) {
            throw new IOException(
                    store.addressOf(path) + " would lie outside of its release. Publish the release again.");
        }
        Files.createDirectories(DurableFiles.folderOf(target));
        Digest digest = new Digest();
        try (InputStream in = digest.over(store.open(path))) {
            Files.copy(in, target);
        } catch (FileNotFoundException e) {
            throw new IOException(store.addressOf(path) + " is missing. " + stays(), e);
        }
        if (!digest.hex().equals(file.sha256())) {
            throw new IOException(store.addressOf(path) + " is not what was published: " + Files.size(target)
                    + " bytes came, expected " + file.bytes() + " of the SHA-256 in the manifest. " + stays());
        }
    }

    private void fetchRecord(Manifest manifest) throws IOException {
        for (String path : manifest.recordOfRun()) {
            Optional<byte[]> record = store.read(path);
            if (record.isPresent()) {
                DurableFiles.replace(data.resolve(path), new String(record.get(), StandardCharsets.UTF_8));
            }
        }
    }

    private String stays() {
        return releases.currentId()
                .map(id -> "Release '" + id + "' stays here.")
                .orElse("Nothing is served here yet.");
    }

    private static String home(String id) {
        return "releases/" + id + "/";
    }
}
