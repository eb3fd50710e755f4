package careledger.answers.serving;

import careledger.release.servingfile.GoldenQueries;
import careledger.release.servingfile.ServingFile;
import careledger.release.servingfile.ServingFolder;
import careledger.release.servingfile.UnservableReleaseException;
import careledger.release.store.Release;
import careledger.release.store.ReleaseHold;
import careledger.release.store.Releases;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.duckdb.DuckDBConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes a release ready to be asked: files as published, serving file built, golden questions answered. */
final class ReleaseLoader {
    private static final Logger LOG = LoggerFactory.getLogger(ReleaseLoader.class);

    private final Releases releases;
    private final ServingFolder folder;
    private final ServingLimits limits;

    ReleaseLoader(Releases releases, ServingFolder folder, ServingLimits limits) {
        this.releases = releases;
        this.folder = folder;
        this.limits = limits;
    }

    /** It is held until it is closed. @throws UnservableReleaseException saying why */
    OpenRelease load(String id) {
        ReleaseHold hold = releases.hold(id);
        try {
            return opened(id, hold);
        } catch (RuntimeException e) {
            hold.close();
            throw e;
        }
    }

    private OpenRelease opened(String id, ReleaseHold hold) {
        Release release = releases.get(id);
        refuse(id, releases.verify(id));
        Path file = folder.file(id);
        ServingFile.build(release, file);
        DuckDBConnection connection;
        try {
            connection = openedWhole(release, file);
        } catch (SQLException | UnservableReleaseException e) {
            LOG.warn("The serving file {} is made again, because it could not be used.", file, e);
            connection = openedAgain(release, file);
        }
        Connections connections = new Connections(connection, limits.concurrent());
        return new OpenRelease(new ServedRelease(id, release.manifest(), Instant.now()), connections, hold);
    }

    /** A file that was only damaged is whole once it is made again; what fails even then is the release's own fault. */
    private DuckDBConnection openedAgain(Release release, Path file) {
        try {
            ServingFile.rebuild(release, file);
            return openedWhole(release, file);
        } catch (SQLException e) {
            throw new UnservableReleaseException(
                    "Release '" + release.id() + "' cannot be opened: " + e.getMessage(), e);
        }
    }

    private DuckDBConnection openedWhole(Release release, Path file) throws SQLException {
        DuckDBConnection connection = ServingFile.open(
                file,
                limits.memoryMegabytes(),
                limits.threadsFor(release.manifest().observations()));
        try {
            refuse(release.id(), GoldenQueries.query(connection, release.manifest()));
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private static void refuse(String id, List<String> problems) {
        if (!problems.isEmpty()) {
            throw new UnservableReleaseException(id, problems);
        }
    }
}
