package careledger.api;

import careledger.answers.serving.Warehouse;
import careledger.api.security.KeysCommand;
import careledger.release.TemporaryFolders;
import careledger.release.sample.SampleRelease;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;

/** The service on a port of its own over the sample release, asked over HTTP. */
final class TestService implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static @Nullable TestService shared;

    private final HttpClient http = HttpClient.newHttpClient();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final ConfigurableApplicationContext context;
    private final Path data;

    /** @param settings beside the usual ones, as on the command line */
    TestService(Path data, String... settings) {
        this.data = data;
        List<String> all = new ArrayList<>(List.of("--careledger.data=" + data, "--careledger.refresh=1h"));
        if (List.of(settings).stream().noneMatch(setting -> setting.startsWith("--server.port="))) {
            all.add("--server.port=0");
        }
        all.addAll(List.of(settings));
        this.context = CareLedgerApplication.start(
                new PrintStream(printed, true, StandardCharsets.UTF_8), all.toArray(String[]::new));
    }

    /** One service for all tests that leave the data alone. */
    static synchronized TestService shared() throws Exception {
        if (shared == null) {
            Path data = TemporaryFolders.create();
            SampleRelease.publish(data, "sample-1", 60);
            shared = new TestService(data);
        }
        return shared;
    }

    /** The data folder of the shared service, to be read by another one. */
    static Path sharedData() throws Exception {
        return shared().data;
    }

    /** Publishes a release and serves it. */
    void publish(String id) throws Exception {
        publish(id, 0);
    }

    /** @param more further figures */
    void publish(String id, int more) throws Exception {
        SampleRelease.publish(data, id, more);
        warehouse().refresh();
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    JsonNode query(String query) throws Exception {
        return query(query, Map.of());
    }

    /** The whole response: data and errors. */
    JsonNode query(String query, Map<String, ?> variables) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(uri("/graphql"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        JSON.writeValueAsString(Map.of("query", query, "variables", variables))))
                .build();
        return JSON.readTree(
                http.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }

    /** The whole response to one who may see everything. */
    JsonNode askAsEngineer(String query) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(uri("/graphql"))
                .header("Content-Type", "application/json")
                .header("X-API-Key", key("engineer"))
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(Map.of("query", query))))
                .build();
        return JSON.readTree(
                http.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }

    /** A new key of a role. */
    String key(String role) {
        StringWriter key = new StringWriter();
        KeysCommand.commandLine()
                .setOut(new PrintWriter(key, true))
                .execute("add", "--name", "test", "--role", role, "--data", data.toString());
        return key.toString().strip();
    }

    /** What a root field answers; errors fail. */
    JsonNode data(String query) throws Exception {
        JsonNode response = query(query);
        if (response.has("errors")) {
            throw new AssertionError(response.get("errors").toPrettyString());
        }
        return response.get("data").elements().next();
    }

    /** The first error of an answer. */
    JsonNode error(String query) throws Exception {
        return query(query).path("errors").path(0);
    }

    HttpResponse<String> get(String path) throws Exception {
        return http.send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** @param headers names and values by turns */
    HttpResponse<byte[]> send(String method, String path, String... headers) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri(path)).method(method, HttpRequest.BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    CompletableFuture<HttpResponse<byte[]>> sendLater(String method, String path) {
        return http.sendAsync(
                HttpRequest.newBuilder(uri(path))
                        .method(method, HttpRequest.BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        context.close();
    }

    Warehouse warehouse() {
        return context.getBean(Warehouse.class);
    }

    URI uri(String path) {
        String port = context.getEnvironment().getProperty("local.server.port");
        return URI.create("http://127.0.0.1:" + port + path);
    }
}
