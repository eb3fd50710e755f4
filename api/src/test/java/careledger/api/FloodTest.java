package careledger.api;

import static org.assertj.core.api.Assertions.assertThat;

import careledger.release.TemporaryFolders;
import careledger.release.sample.SampleRelease;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A process with a small heap, and two hundred callers who each want ten thousand rows and read nothing. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class FloodTest {
    private static final int CALLERS = 200;
    private static final String LONG = "/api/q/observations.%s?breakdowns=ALL&headlineOnly=false&first=10000";
    private static final String LIGHT = "/api/q/observations.json?indicators=cic_count&areas=E10000018&first=5";

    private static Process service;
    private static URI address;

    @BeforeAll
    static void start() throws Exception {
        Path data = TemporaryFolders.create();
        SampleRelease.publishLarge(data, "large-1", 20_000);
        service = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CareLedgerApplication.class.getName(),
                        "--server.port=0",
                        "--careledger.data=" + data)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader lines = service.inputReader();
        String line = lines.readLine();
        while (line != null && !line.contains("is ready at ")) {
            line = lines.readLine();
        }
        assertThat(line).as("the service starts").isNotNull();
        address = URI.create(line.substring(line.indexOf("http://")).strip());
        Thread reader = new Thread(() -> lines.lines().forEach(more -> {}), "service-output");
        reader.setDaemon(true);
        reader.start();
    }

    @AfterAll
    static void stop() throws Exception {
        service.destroyForcibly();
        assertThat(service.waitFor(1, TimeUnit.MINUTES)).isTrue();
    }

    @Test
    void callersWhoReadNothingLeaveTheServiceToOthers() throws Exception {
        for (String format : List.of("json", "csv")) {
            List<Socket> idle = new ArrayList<>();
            try {
                for (int i = 0; i < CALLERS; i++) {
                    idle.add(asked(LONG.formatted(format)));
                }

                for (int i = 0; i < 10; i++) {
                    assertThat(status("/actuator/health/liveness")).isEqualTo(200);
                    assertThat(status(LIGHT)).as("beside " + format).isEqualTo(200);
                }
            } finally {
                for (Socket socket : idle) {
                    socket.close();
                }
            }
        }

        assertThat(status(LONG.formatted("csv"))).isIn(200, 503);
        assertThat(service.isAlive()).isTrue();
    }

    private static Socket asked(String path) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), address.getPort()));
        socket.getOutputStream()
                .write(("GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        return socket;
    }

    private static int status(String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address.resolve(path)).build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
