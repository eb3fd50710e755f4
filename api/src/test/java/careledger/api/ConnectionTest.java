package careledger.api;

import static org.assertj.core.api.Assertions.assertThat;

import careledger.api.web.AnswerBudget;
import careledger.api.web.Spool;
import careledger.release.TemporaryFolders;
import careledger.release.sample.SampleRelease;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
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

/** Callers who send or read too slowly, or hold on to too much. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ConnectionTest {
    private static final String LONG_ANSWER = "{ observations(filter: {headlineOnly: false}, first: 10000) { rows {"
            + " id indicator indicatorTitle area areaName period periodLabel breakdownLabel value valueText sourceTitle"
            + " sourceLocator sourceText definition segment publishedOn } } }";

    private static TestService service;

    @BeforeAll
    static void start() throws Exception {
        Path data = TemporaryFolders.create();
        SampleRelease.publishLarge(data, "large-1", 20_000);
        service = new TestService(
                data,
                "--careledger.limits.connection.bodyTime=1s",
                "--careledger.limits.connection.readerTime=3s",
                "--careledger.limits.connection.spoolMegabytes=16",
                "--server.compression.enabled=false");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void bodyThatDoesNotArriveEndsTheConnection() throws Exception {
        try (Socket socket = RawHttp.open(service)) {
            write(socket, head(100) + "{\"query\":");

            assertThat(rest(socket)).doesNotContain("\"data\"");
        }
    }

    @Test
    void bodyThatArrivesInPiecesIsAnswered() throws Exception {
        String body = RawHttp.asking("{ about { dataVersion } }");
        try (Socket socket = RawHttp.open(service)) {
            write(socket, head(body.length()) + body.substring(0, 10));
            Thread.sleep(50);
            write(socket, body.substring(10));

            assertThat(rest(socket)).contains("large-1");
        }
    }

    @Test
    void manyBodiesThatTrickleInDelayNobody() throws Exception {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 600; i++) {
                Socket socket = RawHttp.open(service);
                write(socket, head(1000) + "{\"query\":");
                slow.add(socket);
            }

            assertThat(longAnswer(1).statusCode()).isEqualTo(200);
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    @Test
    void bodyThatIsTooSlowGets408() throws Exception {
        try (Socket socket = RawHttp.open(service)) {
            write(socket, head(100) + "{\"query\":");

            assertThat(rest(socket)).contains("408", "TIMEOUT", "did not arrive within 1,000 ms");
        }
    }

    @Test
    void readerWhoTakesNothingIsCutOff() throws Exception {
        try (Socket socket = slowReader()) {
            while (service.bean(Spool.class).used() > 0) {
                Thread.sleep(50);
            }

            assertThat(service.bean(AnswerBudget.class).reserved()).isZero();
            assertThat(socket.isConnected()).isTrue();
        }
    }

    @Test
    void answersOfManySlowReadersHoldNoMemoryAndNoThread() throws Exception {
        List<Socket> slow = new ArrayList<>();
        try {
            int refused = 0;
            for (int i = 0; i < 8; i++) {
                Socket socket = RawHttp.open(service);
                socket.setReceiveBufferSize(4096);
                String body = RawHttp.asking(LONG_ANSWER);
                write(socket, head(body.length()) + body);
                byte[] status = socket.getInputStream().readNBytes("HTTP/1.1 200".length());
                slow.add(socket);
                refused += new String(status, StandardCharsets.UTF_8).endsWith("503") ? 1 : 0;
            }

            assertThat(refused).as("beyond the room on disk").isBetween(1, 7);
            assertThat(service.bean(AnswerBudget.class).reserved()).isZero();
            assertThat(longAnswer(10).body()).contains("\"data\":{").doesNotContain("errors");
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    private static Socket slowReader() throws IOException {
        Socket socket = RawHttp.open(service);
        socket.setReceiveBufferSize(4096);
        String body = RawHttp.asking(LONG_ANSWER);
        write(socket, head(body.length()) + body);
        assertThat(socket.getInputStream().read()).isPositive();
        return socket;
    }

    private static HttpResponse<String> longAnswer(int rows) throws Exception {
        return RawHttp.post(
                service, RawHttp.JSON, RawHttp.asking(LONG_ANSWER.replace("first: 10000", "first: " + rows)));
    }

    private static String head(int length) {
        return "POST /graphql HTTP/1.1\r\n"
                + "Host: x\r\n"
                + "Connection: close\r\n"
                + "Content-Type: application/json\r\n"
                + "Content-Length: "
                + length + "\r\n\r\n";
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }

    /** What arrives until the connection ends, however it ends. */
    private static String rest(Socket socket) throws IOException {
        StringBuilder all = new StringBuilder();
        byte[] some = new byte[65_536];
        try (InputStream in = socket.getInputStream()) {
            for (int read = in.read(some); read >= 0; read = in.read(some)) {
                all.append(new String(some, 0, read, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            all.append("\ncut: ").append(e.getMessage());
        }
        return all.toString();
    }
}
