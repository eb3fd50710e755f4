package careledger.etl.store;

import careledger.release.file.PresentFiles;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The files of a folder of this machine. Hadoop's own listing fails where a file goes while it lists, as those do under
 * which other publishers write.
 */
record LocalFiles(Path root) {
    /** Every file below a folder, by its path below the root; none where there is no such folder. */
    SortedMap<String, RemoteFile> below(Path folder) throws IOException {
        SortedMap<String, RemoteFile> found = new TreeMap<>();
        Set<FileVisitOption> links = Set.of(FileVisitOption.FOLLOW_LINKS);
        Files.walkFileTree(folder, links, Integer.MAX_VALUE, new PresentFiles((file, attributes) -> {
            String path = root.relativize(file).toString().replace('\\', '/');
            String version = Long.toString(attributes.lastModifiedTime().toMillis());
            found.put(path, new RemoteFile(path, attributes.size(), version));
        }));
        return found;
    }
}
