package careledger.api.measure;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Pattern;

/**
 * Asks one question again and again over so many connections; says how often it was answered. A release may be
 * published or rolled back meanwhile: answers are counted by status, by the release that each of their parts names, and by
 * the newest figure.
 *
 * <p>Arguments: address of a running service's {@code /graphql}, seconds, connections.
 */
public final class CachedAnswers {
    private static final String BODY =
            "{\"query\": \"{ about { dataVersion } observations(filter: {indicators: [\\\"cic_count\\\"],"
                    + " areas: [\\\"E10000018\\\"]}) { dataVersion rows { valueText } } }\"}";

    private static final Pattern VERSION = Pattern.compile("\"dataVersion\":\"([^\"]*)\"");

    private CachedAnswers() {}

    public static void main(String[] arguments) throws Exception {
        HttpRequest question = HttpRequest.newBuilder(URI.create(arguments[0]))
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(60))
                .POST(BodyPublishers.ofString(BODY))
                .build();
        int seconds = Integer.parseInt(arguments[1]);
        int connections = Integer.parseInt(arguments[2]);
        Instant end = Instant.now().plusSeconds(seconds);
        ConcurrentMap<String, LongAdder> outcomes = new ConcurrentHashMap<>();
        ExecutorService askers = Executors.newFixedThreadPool(connections);
        for (int i = 0; i < connections; i++) {
            askers.execute(() -> {
                HttpClient client = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build();
                while (Instant.now().isBefore(end)) {
                    outcomes.computeIfAbsent(outcome(client, question), any -> new LongAdder())
                            .increment();
                }
            });
        }
        askers.shutdown();
        if (!askers.awaitTermination(1, TimeUnit.DAYS)) {
            throw new IllegalStateException("askers went on for a day");
        }
        outcomes.forEach((outcome, times) ->
                System.out.printf("%-60s %8d, %6.0f a second%n", outcome, times.sum(), times.doubleValue() / seconds));
        System.exit(0);
    }

    private static String outcome(HttpClient client, HttpRequest question) {
        try {
            HttpResponse<String> answer = client.send(question, BodyHandlers.ofString());
            String body = answer.body();
            List<String> versions = VERSION.matcher(body)
                    .results()
                    .map(found -> found.group(1))
                    .distinct()
                    .toList();
            int last = body.lastIndexOf("\"valueText\":\"");
            return answer.statusCode() + " by " + versions + ", last value "
                    + body.substring(last + 13, body.length() - 6);
        } catch (IOException | InterruptedException e) {
            return e.getClass().getSimpleName();
        }
    }
}
