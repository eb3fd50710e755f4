package careledger.api;

import static org.assertj.core.api.Assertions.assertThat;

import careledger.release.TemporaryFolders;
import careledger.release.sample.SampleRelease;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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
                "--careledger.limits.connection.bodyTime=300ms",
                "--careledger.limits.connection.readerTime=3s",
                "--careledger.limits.connection.rowsInFlight=15000",
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
    void readerWhoTakesNothingIsCutOffAndLeavesRoomForAnother() throws Exception {
        try (Socket socket = slowReader()) {
            assertThat(longAnswer(9999).statusCode()).isEqualTo(503);
            int status = 503;
            while (status == 503) {
                Thread.sleep(200);
                status = longAnswer(9999).statusCode();
            }

            assertThat(status).isEqualTo(200);
            assertThat(socket.isConnected()).isTrue();
        }
    }

    @Test
    void longAnswerBesideAnotherThatIsStillSentIsRefusedAndAShortOneIsNot() throws Exception {
        try (Socket first = slowReader()) {
            assertThat(longAnswer(9999).statusCode()).isEqualTo(503);
            assertThat(longAnswer(9998).body()).contains("OVERLOADED", "rowsInFlight");
            assertThat(longAnswer(10).body()).contains("\"data\":{").doesNotContain("errors");
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
