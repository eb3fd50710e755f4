package careledger.release.store;

import java.util.List;
import java.util.Objects;

/** One table of a release, its files by path. */
public record ReleasedTable(String name, long rows, List<ReleasedFile> files) {
    public ReleasedTable {
        Objects.requireNonNull(name, "name");
        files = List.copyOf(files);
    }

    /** All files together. */
    public long bytes() {
        return files.stream().mapToLong(ReleasedFile::bytes).sum();
    }
}
