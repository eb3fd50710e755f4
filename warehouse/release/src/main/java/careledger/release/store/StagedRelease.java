package careledger.release.store;

import careledger.schema.star.Table;
import java.nio.file.Path;

/** A release in the making: a folder that nobody serves. A table's Parquet goes into the folder of its name. */
public record StagedRelease(Path dir) {
    public Path table(Table table) {
        return dir.resolve(table.name());
    }
}
