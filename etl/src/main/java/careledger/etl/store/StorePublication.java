package careledger.etl.store;

import careledger.release.file.Digest;
import careledger.release.store.Manifest;
import careledger.release.store.Release;
import careledger.release.store.ReleaseHold;
import careledger.release.store.ReleasedFile;
import careledger.release.store.Releases;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Publishes a release of a data folder to a store: its files, each read back and compared with the manifest, the manifest
 * last, then the number by which readers find it. It may die anywhere: readers see the old release or the new one, and
 * the next publication goes on with what is there.
 */
public final class StorePublication {
    private final Path data;
    private final ReleaseStore store;

    public StorePublication(Path data, ReleaseStore store) {
        this.data = data;
        this.store = store;
    }

    /** The same, where it is not the store's current release; else nothing is read back. */
    public boolean publishIfNew(String id) throws IOException {
        return !store.last().release().equals(id) && publish(id);
    }

    /**
     * Publishes a release, or puts right what is there of it.
     *
     * @return whether this made it the store's current release; it was already, or another publisher did so, otherwise
     * @throws IOException where the release is damaged here, a publisher of another release was first, or the store cannot
     *     be written
     */
    public boolean publish(String id) throws IOException {
        Published seen = store.last();
        Releases releases = new Releases(data);
        try (ReleaseHold hold = releases.hold(id)) {
            List<String> problems = releases.verify(id);
            if (!problems.isEmpty()) {
                throw new IOException("Release '" + id + "' is damaged: " + String.join(" ", problems)
                        + " Nothing was published to " + store + ".");
            }
            sweep();
            store.requireOneWinner();
            copy(releases.whole(id), hasManifest(releases.whole(id)));
        }
        if (seen.release().equals(id)) {
            return false;
        }
        if (!store.publish(seen, id)) {
            if (store.last().release().equals(id)) {
                return false; // somebody else published the same release meanwhile
            }
            throw new IOException("Another publisher made release '"
                    + store.last().release() + "' the current one of " + store
                    + " meanwhile. It stays; publish again if '" + id + "' is to follow it.");
        }
        return true;
    }

    /** What cannot be listed or deleted hinders no publication. */
    private void sweep() {
        try {
            store.sweep();
        } catch (IOException e) {
            return; // `doctor --store` lists what was left
        }
    }

    /** One that is damaged there is written again. @throws IOException where the store has another release under this id */
    private boolean hasManifest(Release release) throws IOException {
        String path = home(release) + Manifest.FILE;
        Optional<byte[]> there = store.read(path);
        if (there.isEmpty() || !Manifest.isSealed(there.get())) {
            return false;
        }
        if (!Arrays.equals(there.get(), Files.readAllBytes(release.dir().resolve(Manifest.FILE)))) {
            throw new IOException(store.addressOf(path) + " is of another release '" + release.id()
                    + "' than that of this data folder. Nothing was published.");
        }
        return true;
    }

    /** @param complete whether the manifest is there already */
    private void copy(Release release, boolean complete) throws IOException {
        Map<String, RemoteFile> there = store.filesOf(release.id());
        for (ReleasedFile file : release.manifest().allFiles()) {
            RemoteFile before = there.get(home(release) + file.path());
            if (before == null || before.bytes() != file.bytes() || !isIntact(release, file)) {
                upload(release, file);
            }
        }
        if (!complete) {
            for (String record : release.manifest().recordOfRun()) {
                if (Files.isRegularFile(data.resolve(record))) {
                    store.put(data.resolve(record), record);
                }
            }
            store.put(release.dir().resolve(Manifest.FILE), home(release) + Manifest.FILE);
        }
    }

    private void upload(Release release, ReleasedFile file) throws IOException {
        store.put(release.dir().resolve(file.path()), home(release) + file.path());
        if (!isIntact(release, file)) {
            throw new IOException(store.addressOf(home(release) + file.path())
                    + " came back as other bytes than were written. Nothing was published; publish again.");
        }
    }

    private boolean isIntact(Release release, ReleasedFile file) throws IOException {
        Digest digest = new Digest();
        try (InputStream in = digest.over(store.open(home(release) + file.path()))) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return digest.hex().equals(file.sha256());
    }

    private static String home(Release release) {
        return "releases/" + release.id() + "/";
    }
}
