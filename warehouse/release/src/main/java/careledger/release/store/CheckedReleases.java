package careledger.release.store;

import careledger.release.file.DamagedFileException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Releases whose files are compared with their manifest before something is read from them: once in this process, since a
 * release never changes.
 */
public final class CheckedReleases {
    private static final Map<Release, Boolean> SOUND = new ConcurrentHashMap<>();

    private CheckedReleases() {}

    /** @throws DamagedFileException naming the files that are not what was published */
    public static Release require(Release release) {
        Release key = new Release(release.id(), release.dir(), release.manifest(), false);
        if (SOUND.containsKey(key)) {
            return release;
        }
        List<String> problems = ReleaseFileCheck.differences(release);
        if (!problems.isEmpty()) {
            throw new DamagedFileException("Release '" + release.id() + "' is damaged: " + String.join(" ", problems)
                    + " Restore it from a backup, or run `./careledger etl run` where it is the current one.");
        }
        SOUND.put(key, true);
        return release;
    }
}
