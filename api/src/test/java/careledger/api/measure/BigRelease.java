package careledger.api.measure;

import careledger.release.sql.Jdbc;
import careledger.release.store.DataLock;
import careledger.release.store.ParquetTables;
import careledger.release.store.Release;
import careledger.release.store.Releases;
import careledger.release.store.StagedRelease;
import careledger.schema.star.StarSchema;
import careledger.schema.star.Table;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

/**
 * Publishes a release in which every area of another stands many times over, with all its figures: as large as one likes,
 * and as varied in its series as the real one.
 *
 * <p>Arguments: data folder of the release, data folder to publish to, how many times.
 */
public final class BigRelease {
    /** What is written differently; all else is copied. Each row of these stands once for each copy. */
    private static final Map<Table, String> MANY = Map.of(
            StarSchema.FACT_OBSERVATION,
            "* REPLACE (claim_id || '~' || copy AS claim_id, area_id || '~' || copy AS area_id,"
                    + " sibling_id || '~' || copy AS sibling_id, conflicts_with || '~' || copy AS conflicts_with,"
                    + " outranked_by || '~' || copy AS outranked_by)",
            StarSchema.DIM_AREA,
            "* REPLACE (area_id || '~' || copy AS area_id, name || ' ' || copy AS name)");

    private BigRelease() {}

    public static void main(String[] arguments) throws Exception {
        int copies = Integer.parseInt(arguments[2]);
        Release from = new Releases(Path.of(arguments[0])).current().orElseThrow();
        Path data = Path.of(arguments[1]);
        Releases releases = new Releases(data);
        try (DataLock lock = DataLock.take(data);
                Connection duck = ParquetTables.inMemory()) {
            StagedRelease staged = releases.stage(lock);
            ParquetTables.createViews(duck, from.dir(), "");
            for (Table table : StarSchema.TABLES) {
                write(duck, table, staged.dir().resolve(table.name()), copies);
            }
            Release published = releases.publish(staged, "big-" + copies, "run-big", "digest-big-" + copies);
            System.out.printf("%,d claims in %s%n", published.manifest().observations(), published.id());
        }
    }

    private static void write(Connection duck, Table table, Path folder, int copies) throws Exception {
        Files.createDirectories(folder);
        String select = MANY.containsKey(table)
                ? "SELECT " + MANY.get(table).replace("*", "* EXCLUDE (copy)") + " FROM " + table.name()
                        + ", (SELECT unnest(range(" + copies + ")) AS copy)"
                        + (table.equals(StarSchema.DIM_AREA) ? " UNION ALL BY NAME FROM dim_area" : "")
                : all(table, copies);
        String partitions = table.partitionedBy().isEmpty()
                ? ""
                : ", PARTITION_BY (" + String.join(", ", table.partitionedBy()) + "), OVERWRITE_OR_IGNORE";
        String target = table.partitionedBy().isEmpty()
                ? folder.resolve("part-0.parquet").toString()
                : folder.toString();
        execute(
                duck,
                "COPY (" + select + ") TO " + Jdbc.literal(target) + " (FORMAT parquet, COMPRESSION zstd" + partitions
                        + ")");
    }

    /** The counts of claims hold what was multiplied. */
    private static String all(Table table, int copies) {
        return table.equals(StarSchema.DIM_EXTRACT)
                ? "SELECT * REPLACE (CAST(claims * " + copies + " AS INTEGER) AS claims) FROM " + table.name()
                : "FROM " + table.name();
    }

    private static void execute(Connection duck, String sql) throws SQLException {
        try {
            Jdbc.execute(duck, sql);
        } catch (SQLException e) {
            throw new SQLException(sql, e);
        }
    }
}
