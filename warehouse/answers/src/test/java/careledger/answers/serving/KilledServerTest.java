package careledger.answers.serving;

import static org.assertj.core.api.Assertions.assertThat;

import careledger.release.Chaos;
import careledger.release.TinyRelease;
import careledger.release.sql.Jdbc;
import careledger.release.store.DataLock;
import careledger.release.store.Releases;
import careledger.release.store.Retention;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that serve are killed while they load releases; the next one to serve builds its files anew. */
class KilledServerTest {
    @TempDir
    Path data;

    @Test
    void whatADeadServerWasLoadingIsLoadedByTheNext() throws Exception {
        TinyRelease.published(data, "r1");
        TinyRelease.published(data, "r2");
        Random random = new Random(20261122);
        for (int kill = 0; kill < Chaos.SERVER_KILLS.wanted(); kill++) {
            Process server = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            Server.class.getName(),
                            data.toString())
                    .start();
            BufferedReader lines = server.inputReader();
            assertThat(lines.readLine()).isEqualTo("serving");
            Thread.sleep(random.nextInt(800));
            server.destroyForcibly();
            assertThat(server.waitFor(60, TimeUnit.SECONDS)).isTrue();

            try (Warehouse next = Warehouse.open(data, ServingLimits.defaults())) {
                assertThat(next.status().problem()).isEmpty();
                assertThat(next.<Long>read((release, connection) ->
                                Jdbc.one(connection, "SELECT count(*) FROM observation", row -> row.getLong(1))))
                        .isEqualTo(16);
                String served = next.status().servedRelease().orElseThrow();
                assertThat(serving()).containsExactlyInAnyOrder(served + ".duckdb", served + ".duckdb.sha256", ".lock");
            }
        }
        try (DataLock lock = DataLock.take(data)) {
            assertThat(new Releases(data).prune(lock, Retention.ofNewest(0), Instant.now()))
                    .as("no dead server holds a release")
                    .hasSize(1);
        }
    }

    private List<String> serving() throws IOException {
        try (Stream<Path> files = Files.list(data.resolve("serving"))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    /** Serves one release and the other in turn, each loaded anew. */
    static final class Server {
        private Server() {}

        public static void main(String[] arguments) throws IOException {
            Path data = Path.of(arguments[0]);
            try (Warehouse warehouse = Warehouse.open(data, ServingLimits.defaults())) {
                System.out.println("serving");
                for (int turn = 0; warehouse.status().problem().isEmpty(); turn++) {
                    Files.writeString(data.resolve(".next"), "r" + (1 + turn % 2) + "\n");
                    Files.move(data.resolve(".next"), data.resolve("CURRENT"), StandardCopyOption.ATOMIC_MOVE);
                    warehouse.refresh();
                }
                System.out.println(warehouse.status());
            }
        }
    }
}
