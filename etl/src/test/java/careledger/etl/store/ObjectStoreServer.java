package careledger.etl.store;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** A server on loopback that speaks as Amazon S3 does, in its own process, with a bucket {@code ledger}. */
final class ObjectStoreServer implements AutoCloseable {
    private static final long A_MOMENT = 100_000_000;

    private final Process process;
    private final int port;

    private ObjectStoreServer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static ObjectStoreServer start() throws IOException, InterruptedException {
        int port = freePort();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx512m",
                        "-jar",
                        System.getProperty("careledger.s3mock"),
                        "--server.port=" + freePort(),
                        "--http.port=" + port)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        ObjectStoreServer server = new ObjectStoreServer(process, port);
        server.makeBucket();
        return server;
    }

    URI folder(String name) {
        return URI.create("s3a://ledger/" + name);
    }

    /** As they are given by {@code --conf}. */
    Map<String, String> settings() {
        return Map.of(
                "spark.hadoop.fs.s3a.endpoint", "http://127.0.0.1:" + port,
                "spark.hadoop.fs.s3a.endpoint.region", "eu-west-2",
                "spark.hadoop.fs.s3a.path.style.access", "true",
                "spark.hadoop.fs.s3a.access.key", "nobody",
                "spark.hadoop.fs.s3a.secret.key", "nothing");
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private void makeBucket() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/ledger"))
                .PUT(HttpRequest.BodyPublishers.noBody())
                .build();
        while (process.isAlive()) {
            try {
                if (HttpClient.newHttpClient()
                                .send(request, BodyHandlers.discarding())
                                .statusCode()
                        == 200) {
                    return;
                }
            } catch (IOException e) {
                LockSupport.parkNanos(A_MOMENT);
            }
        }
        throw new IOException("The object store did not start; its jar is " + System.getProperty("careledger.s3mock"));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
