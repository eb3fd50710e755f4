package careledger.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import careledger.release.sample.SampleRelease;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service in a process of its own, logging all it can and every access. */
class LogsTest {
    private static final String WRONG = "cl_" + "123456789abcdef0".repeat(4);
    private static final String TOKEN = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJzZWNyZXQifQ.c2lnbmF0dXJlLXRoYXQtaXMtbm9uZQ";

    @TempDir
    Path folder;

    @Test
    void keysAndTokensAreInNoLogHoweverMuchIsLogged() throws Exception {
        SampleRelease.publish(folder.resolve("data"), "sample-1");
        String key = newKey();
        Path output = folder.resolve("output");

        Process service = start(output);
        try {
            askInEveryWay(port(service, output), key);
        } finally {
            service.destroy();
            assertThat(service.waitFor(60, TimeUnit.SECONDS)).isTrue();
        }

        String logged = Files.readString(output) + accessLog();
        assertThat(logged)
                .contains(" DEBUG ")
                .contains("GET /graphiql/questions?a=1&b=2 HTTP/1.1\" 200")
                .contains("POST /graphql HTTP/1.1\" 400")
                .contains("GET /api/q/cl_hidden HTTP/1.1\" 404")
                .contains("GET /api/q/areas.csv&key=cl_hidden/more HTTP/1.1\" 404");
        for (String secret : List.of(key, WRONG, TOKEN)) {
            assertThat(logged).doesNotContain(secret).doesNotContain(secret.substring(3, 40));
        }
    }

    private void askInEveryWay(int port, String key) throws Exception {
        HttpClient http = HttpClient.newHttpClient();
        for (String text : List.of(key, WRONG)) {
            for (String path : List.of(
                    "/graphiql/questions?a=1&key=" + text + "&b=2",
                    "/nowhere?key=" + text,
                    "/graphiql//twice?key=" + text,
                    "/actuator/health?k%65y=" + text,
                    "/graphiql/questions?apikey=" + text,
                    "/api/q/" + text,
                    "/api/q/areas.csv&key=" + text + "/more",
                    "/api/q/areas.csv;key=" + text,
                    "/nowhere/%63l_" + text.substring(3),
                    "/nowhere/cl_%" + Integer.toHexString(text.charAt(3)) + text.substring(4),
                    "/nowhere?%2563l_" + text.substring(3))) {
                get(http, port, path);
            }
            get(http, port, "/graphiql/questions", "X-API-Key", text);
            get(http, port, "/graphiql/questions", "X-API-Key", text, "X-API-Key", text);
            get(http, port, "/graphiql/questions", "Authorization", "Bearer " + text);
            get(http, port, "/graphiql/questions", "Authorization", "Basic " + text);
            get(http, port, "/graphiql/questions", "Authorization", "Basic " + basic(text));
            post(http, port, "/graphql?key=" + text);
            raw(port, "GET /graphiql/questions?key=" + text + "{} HTTP/1.1\r\nHost: x\r\n\r\n");
            raw(port, "GET /graphiql/questions HTTP/1.1\r\nHost: x\r\nX-API-Key: " + text + "\u0085\r\n\r\n");
            raw(port, "GET /x HTTP/1.1\r\nHost: x\r\nX-API-Key : " + text + "\r\n\r\n");
        }
        get(http, port, "/graphiql/questions", "Authorization", "Bearer " + TOKEN);
    }

    private static String basic(String text) {
        return Base64.getEncoder().encodeToString(("any:" + text).getBytes(StandardCharsets.UTF_8));
    }

    private String newKey() {
        StringWriter out = new StringWriter();
        KeysCommand.commandLine()
                .setOut(new PrintWriter(out, true))
                .execute(
                        "add", "--name", "log", "--data", folder.resolve("data").toString());
        return out.toString().strip();
    }

    private Process start(Path output) throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "careledger.api.CareLedgerApplication",
                        "--server.port=0",
                        "--careledger.data=" + folder.resolve("data"),
                        "--careledger.access.identity.issuer=http://localhost:1",
                        "--logging.level.root=debug",
                        "--server.tomcat.basedir=" + folder.resolve("tomcat"),
                        "--server.tomcat.accesslog.enabled=true",
                        "--server.tomcat.accesslog.buffered=false")
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
    }

    private static int port(Process service, Path output) throws Exception {
        Pattern ready = Pattern.compile("Care Ledger is ready at http://127\\.0\\.0\\.1:(\\d+)");
        while (service.isAlive()) {
            Matcher line = ready.matcher(Files.readString(output, StandardCharsets.ISO_8859_1));
            if (line.find()) {
                return Integer.parseInt(line.group(1));
            }
            Thread.sleep(200);
        }
        throw new AssertionError("the service ended: " + Files.readString(output));
    }

    private String accessLog() throws Exception {
        try (Stream<Path> files = Files.list(folder.resolve("tomcat/logs"))) {
            return Files.readString(files.findFirst().orElseThrow());
        }
    }

    private static void get(HttpClient http, int port, String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        http.send(request.build(), HttpResponse.BodyHandlers.discarding());
    }

    private static void post(HttpClient http, int port, String path) throws Exception {
        http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("{\"query\": \"{ topics { id } }\"}"))
                        .build(),
                HttpResponse.BodyHandlers.discarding());
    }

    private static void raw(int port, String request) throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            socket.shutdownOutput();
            socket.getInputStream().readAllBytes();
        }
    }
}
