package careledger.release.store;

import careledger.schema.star.Table;
import java.nio.file.Path;
import java.time.Instant;

/** A release in the making: a folder that nobody serves. A table's Parquet goes into the folder of its name. */
public record StagedRelease(Path dir) {
    /** The folder of a complete set of tables that is to answer from a moment on, when an embargo ends. */
    public Path embargoed(Instant until) {
        return EmbargoedTables.folder(dir, until);
    }

    public Path table(Table table) {
        return dir.resolve(table.name());
    }
}
