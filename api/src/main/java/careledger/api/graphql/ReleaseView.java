package careledger.api.graphql;

import careledger.release.store.Manifest;
import careledger.release.store.ReleasedTable;
import java.time.Instant;
import java.util.List;

/**
 * A release as the contract shows it.
 *
 * @param observations number of claims
 */
public record ReleaseView(
        String id, Instant createdAt, boolean current, String run, int observations, List<TableView> tables) {
    public ReleaseView {
        tables = List.copyOf(tables);
    }

    /** @param bytes of all files; a double, since an Int ends at 2 GB */
    public record TableView(String name, int rows, int files, double bytes) {
        static TableView of(ReleasedTable table) {
            return new TableView(
                    table.name(), Math.toIntExact(table.rows()), table.files().size(), (double) table.bytes());
        }
    }

    public static ReleaseView of(Manifest manifest, boolean current) {
        return new ReleaseView(
                manifest.id(),
                manifest.createdAt(),
                current,
                manifest.run(),
                Math.toIntExact(manifest.observations()),
                manifest.tables().stream().map(TableView::of).toList());
    }
}
