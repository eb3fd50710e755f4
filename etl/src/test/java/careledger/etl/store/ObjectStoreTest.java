package careledger.etl.store;

import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** A store in a bucket of an S3-compatible server, by Hadoop's own S3A. */
class ObjectStoreTest extends ReleaseStoreContract {
    @SuppressWarnings("NullAway.Init")
    private static ObjectStoreServer server;

    private final String folder = UUID.randomUUID().toString();

    @BeforeAll
    static void start() throws Exception {
        server = ObjectStoreServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Override
    URI address() {
        return server.folder(folder);
    }

    @Override
    Map<String, String> settings() {
        return server.settings();
    }
}
