package careledger.release.servingfile;

import careledger.release.file.Digest;
import careledger.release.file.SealedFile;
import careledger.release.json.Json;
import careledger.release.sql.Jdbc;
import careledger.release.store.DuckPath;
import careledger.release.store.ParquetTables;
import careledger.release.store.Release;
import careledger.release.store.WithheldClaims;
import careledger.schema.disclosure.DisclosureRules;
import careledger.schema.star.StarSchema;
import careledger.schema.star.Table;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.duckdb.DuckDBConnection;

/**
 * A release as a native DuckDB file: the table {@code observation}, one row a claim, denormalised and sorted as series
 * are read; and the dimensions and bridges as they are. Nothing in a release is published later, so the headline "today" is the last one.
 */
public final class ServingFile {
    /** The table of what withheld figures state; it is for officers and in no download. */
    public static final String WITHHELD = "withheld_figure";

    /** Rows that are read where one of them may be wanted; DuckDB's usual 122,880 are mostly of other series. */
    private static final int ROW_GROUP = 16_384;

    /** With less, a million figures are sorted on the disk, which costs half as much again; more saves nothing. */
    private static final String MEMORY_TO_BUILD = "768MB";

    private ServingFile() {}

    /** The path of the serving file of a release. */
    public static Path place(Path data, String release) {
        return new ServingFolder(data).file(release);
    }

    /** Builds the file, unless a sound one of this release is there already. */
    public static void build(Release release, Path target) {
        boolean sound = SealedFile.problem(target).isEmpty();
        if (!sound || !isOf(target, recipe(release))) {
            build(release, target, sound);
        }
    }

    /** Builds the file again, whatever is there. */
    public static void rebuild(Release release, Path target) {
        build(release, target, true);
    }

    private static void build(Release release, Path target, boolean anyway) {
        try {
            SealedFile.make(
                    target, anyway, building -> DuckPath.make(building, file -> load(release, recipe(release), file)));
        } catch (SQLException e) {
            throw new UnservableReleaseException(
                    "Release '" + release.id() + "' cannot be loaded: " + e.getMessage(), e);
        }
    }

    /** Opens it read-only, without access to other files and with its settings locked. */
    public static DuckDBConnection open(Path file, int memoryMegabytes, int threads) throws SQLException {
        Properties settings = lockedDown();
        settings.setProperty("memory_limit", memoryMegabytes + "MB");
        settings.setProperty("threads", Integer.toString(threads));
        return connect(file, settings);
    }

    private static Properties lockedDown() {
        Properties settings = new Properties();
        settings.setProperty("duckdb.read_only", "true");
        settings.setProperty("enable_external_access", "false");
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        settings.setProperty("temp_directory", "");
        settings.setProperty("lock_configuration", "true");
        settings.setProperty("jdbc_instance_cache", "false");
        settings.setProperty("preserve_insertion_order", "true");
        return settings;
    }

    private static DuckDBConnection connect(Path file, Properties settings) throws SQLException {
        return DuckPath.open(file, name -> DriverManager.getConnection("jdbc:duckdb:" + name.toAbsolutePath(), settings)
                .unwrap(DuckDBConnection.class));
    }

    private static void load(Release release, String recipe, Path building) throws SQLException {
        Properties spilling = new Properties();
        spilling.setProperty("temp_directory", building + ".tmp");
        spilling.setProperty("memory_limit", MEMORY_TO_BUILD);
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:", spilling)) {
            Jdbc.execute(
                    connection,
                    "ATTACH " + Jdbc.literal(building.toAbsolutePath().toString()) + " AS serving (ROW_GROUP_SIZE "
                            + ROW_GROUP + ")");
            Jdbc.execute(connection, "USE serving");
            ParquetTables.createViews(connection, release.dir(), ServingTable.PREFIX);
            ServingTable.make(connection);
            ServingTable.index(connection);
            for (Table table : StarSchema.TABLES) {
                copy(connection, table);
            }
            Jdbc.execute(
                    connection, "CREATE TABLE " + WITHHELD + " AS " + WithheldClaims.rows(connection, release.dir()));
            Jdbc.execute(
                    connection,
                    "CREATE TABLE serving_file AS SELECT " + Jdbc.literal(release.id()) + " AS release_id, "
                            + Jdbc.literal(recipe) + " AS recipe");
            Jdbc.execute(connection, "CHECKPOINT");
        }
    }

    private static void copy(Connection connection, Table table) throws SQLException {
        if (!table.equals(StarSchema.FACT_OBSERVATION)) {
            Jdbc.execute(
                    connection,
                    "CREATE TABLE " + table.name() + " AS SELECT * FROM " + ServingTable.PREFIX + table.name()
                            + " ORDER BY " + String.join(", ", table.key()));
        }
        Jdbc.execute(connection, "DROP VIEW " + ServingTable.PREFIX + table.name());
    }

    /** Of what release the file is made, and by which statements. */
    private static String recipe(Release release) {
        String all = Json.line(release.manifest()) + ServingTable.recipe() + ROW_GROUP + DisclosureRules.builtIn();
        return Digest.of(all.getBytes(StandardCharsets.UTF_8));
    }

    /** A file that cannot be opened or asked is of no release. */
    private static boolean isOf(Path file, String recipe) {
        try (Connection connection = connect(file, lockedDown())) {
            return Jdbc.one(connection, "SELECT recipe FROM serving_file", row -> row.getString(1))
                    .equals(recipe);
        } catch (SQLException e) {
            return false;
        }
    }
}
