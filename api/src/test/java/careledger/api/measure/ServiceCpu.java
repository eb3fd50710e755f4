package careledger.api.measure;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The processor time of a running service, as it reports it itself. */
final class ServiceCpu {
    private static final Pattern CPU = Pattern.compile("\nprocess_cpu_time_ns_total(?:\\{[^}]*})? (\\S+)");
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private ServiceCpu() {}

    /** Milliseconds for which processors have worked for the service since it started. */
    static double milliseconds(URI address) throws IOException, InterruptedException {
        String metrics = CLIENT.send(
                        HttpRequest.newBuilder(address.resolve("/actuator/prometheus"))
                                .build(),
                        BodyHandlers.ofString())
                .body();
        Matcher nanos = CPU.matcher(metrics);
        if (!nanos.find()) {
            throw new IllegalStateException("the service does not report its CPU time:\n" + metrics);
        }
        return Double.parseDouble(nanos.group(1)) / 1e6;
    }
}
