package careledger.release.store;

import careledger.release.file.DurableFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Releases whose folder somebody renamed, so that they are not served. */
public final class MisnamedReleases {
    private MisnamedReleases() {}

    /** The id of each release whose folder has another name, and could have its own: by the name that the folder has. */
    public static SortedMap<String, String> find(Path data) {
        SortedMap<String, String> misnamed = new TreeMap<>();
        for (String id : new Releases(data).damaged().keySet()) {
            nameOf(folder(data, id))
                    .filter(name -> !Files.exists(folder(data, name)) && !misnamed.containsValue(name))
                    .ifPresent(name -> misnamed.put(id, name));
        }
        return misnamed;
    }

    /** Gives the folders their names back. @return as {@link #find} found them */
    public static SortedMap<String, String> rename(DataLock lock, Path data) {
        lock.require(data);
        SortedMap<String, String> misnamed = find(data);
        misnamed.forEach((id, name) -> DurableFiles.rename(folder(data, id), folder(data, name)));
        return misnamed;
    }

    /** The id in the manifest of a folder, where it is not the folder's name. */
    static Optional<String> nameOf(Path folder) {
        try {
            return Optional.of(Manifest.read(folder).id())
                    .filter(name -> !name.equals(folder.getFileName().toString()));
        } catch (UnreadableReleaseException e) {
            return Optional.empty();
        }
    }

    private static Path folder(Path data, String id) {
        return data.resolve("releases").resolve(id);
    }
}
