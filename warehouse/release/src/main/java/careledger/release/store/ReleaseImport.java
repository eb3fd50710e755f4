package careledger.release.store;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Makes a release that was made elsewhere the current one of a data folder, as it is. */
public final class ReleaseImport {
    private final Path data;
    private final Releases releases;

    public ReleaseImport(Path data) {
        this.data = data;
        this.releases = new Releases(data);
    }

    /**
     * The same of the text of a manifest.
     *
     * @param place where it is from, for a person
     */
    public static Manifest manifest(byte[] text, String place) {
        return Manifest.of(new String(text, StandardCharsets.UTF_8), place);
    }

    /** What a staged folder says that it holds. @throws UnreadableReleaseException with the reason in words */
    public Manifest manifest(StagedRelease staged) {
        return Manifest.read(staged.dir());
    }

    /**
     * Publishes a staged folder with its manifest. A release that is here under its id gives way to it.
     *
     * @throws UnreadableReleaseException where the files are not those of its manifest; nothing is changed then
     */
    public void install(DataLock lock, StagedRelease staged) {
        lock.require(data);
        Manifest manifest = manifest(staged);
        List<String> problems = ReleaseFileCheck.differences(new Release(manifest.id(), staged.dir(), manifest, false));
        if (!problems.isEmpty()) {
            throw new UnreadableReleaseException("Release '" + manifest.id() + "' did not arrive as it was published: "
                    + String.join(" ", problems));
        }
        releases.replace(manifest.id(), staged);
        serve(lock, manifest.id());
    }

    /** Makes a release current that is here already. */
    public void serve(DataLock lock, String id) {
        lock.require(data);
        releases.makeCurrent(id);
        RollbackMarker.forget(data);
    }
}
