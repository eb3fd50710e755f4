package careledger.api.security;

import careledger.api.CareLedgerApplication;
import careledger.release.TemporaryFolders;
import careledger.release.file.DurableFiles;
import careledger.release.run.RunRecord;
import careledger.release.run.RunRecords;
import careledger.release.sample.SampleRelease;
import careledger.schema.problem.Rejection;
import careledger.schema.problem.Rule;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The service over the sample release, with settings of its own, and a run that refused a name. */
final class GuardedService implements AutoCloseable {
    static final String RUN = "run-with-a-name";
    static final String REFUSED = "Jane Doe";
    static final String FOLDER = "/srv/council/extracts";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final ConfigurableApplicationContext context;
    private final Path data;

    GuardedService(String... settings) throws Exception {
        this(data -> SampleRelease.publish(data, "sample-1"), settings);
    }

    /** Publishes a release below a data folder. */
    interface Publishing {
        void into(Path data) throws Exception;
    }

    /** Over another release. */
    GuardedService(Publishing published, String... settings) throws Exception {
        this.data = TemporaryFolders.create();
        published.into(data);
        recordRun();
        List<String> arguments =
                new ArrayList<>(List.of("--server.port=0", "--careledger.data=" + data, "--careledger.refresh=1h"));
        arguments.addAll(List.of(settings));
        this.context = SpringApplication.run(CareLedgerApplication.class, arguments.toArray(String[]::new));
    }

    private void recordRun() {
        RunRecords runs = new RunRecords(data);
        runs.write(RunRecord.started(RUN, "test", Optional.empty()).failed(FOLDER + " cannot be read."));
        runs.writeRejections(
                RUN,
                List.of(
                        refused(Rule.AREA_UNKNOWN, "area", "There is no area '" + REFUSED + "'."),
                        refused(Rule.HEADER_WRONG, REFUSED, "The column '" + REFUSED + "' is not expected.")));
        DurableFiles.replace(runs.reports(RUN).resolve("report.html"), "<!DOCTYPE html><p>" + REFUSED + "</p>");
    }

    private static Rejection refused(Rule rule, String column, String reason) {
        return new Rejection("2020/claims.csv", 7, Optional.of(column), Optional.of(REFUSED), rule, reason);
    }

    /** A new key's text. */
    String key(String role, String... options) {
        List<String> arguments = new ArrayList<>(List.of("add", "--name", "a " + role, "--role", role));
        arguments.addAll(List.of(options));
        return keys(arguments.toArray(String[]::new)).strip();
    }

    /** What the command prints. */
    String keys(String... arguments) {
        StringWriter out = new StringWriter();
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--data", data.toString()));
        int exit = KeysCommand.commandLine().setOut(new PrintWriter(out, true)).execute(all.toArray(String[]::new));
        if (exit != 0) {
            throw new AssertionError("keys " + all + " ended with " + exit);
        }
        return out.toString();
    }

    Path data() {
        return data;
    }

    URI uri(String path) {
        String port = context.getEnvironment().getProperty("local.server.port");
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** @param headers names and values in turn */
    HttpResponse<String> get(String path, String... headers) throws Exception {
        return send(HttpRequest.newBuilder(uri(path)), headers);
    }

    HttpResponse<String> post(String query, String... headers) throws Exception {
        return postTo("/graphql", query, headers);
    }

    HttpResponse<String> postTo(String path, String query, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(Map.of("query", query))));
        return send(request, headers);
    }

    JsonNode query(String query, String... headers) throws Exception {
        return JSON.readTree(post(query, headers).body());
    }

    HttpResponse<String> send(HttpRequest.Builder request, String... headers) throws Exception {
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() {
        context.close();
    }
}
