package careledger.release.store;

import careledger.schema.star.Table;
import java.nio.file.Path;

/**
 * An immutable, complete version of the warehouse.
 *
 * @param current is the one that CURRENT names
 */
public record Release(String id, Path dir, Manifest manifest, boolean current) {
    /** Folder of one table's Parquet. */
    public Path table(Table table) {
        return dir.resolve(table.name());
    }
}
