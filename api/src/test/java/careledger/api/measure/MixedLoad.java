package careledger.api.measure;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/**
 * Light questions beside a crowd of heavy ones, slow readers and callers who hang up, all from another process than the
 * service; says how each kind fared.
 *
 * <p>Arguments: address of a running service, seconds, connections that ask heavy slices.
 */
public final class MixedLoad {
    private static final int LIGHT = 8;
    private static final int SLOW_READERS = 4;
    private static final int HANGING_UP = 4;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(Executors.newCachedThreadPool())
            .build();
    private final ConcurrentMap<String, LongAdder> outcomes = new ConcurrentHashMap<>();
    private final List<Double> lightMilliseconds = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger turn = new AtomicInteger();
    private final URI address;
    private final Instant end;

    private MixedLoad(URI address, Instant end) {
        this.address = address;
        this.end = end;
    }

    public static void main(String[] arguments) throws Exception {
        MixedLoad load = new MixedLoad(
                URI.create(arguments[0]), Instant.now().plus(Duration.ofSeconds(Long.parseLong(arguments[1]))));
        int heavy = Integer.parseInt(arguments[2]);
        ExecutorService callers = Executors.newCachedThreadPool();
        for (int i = 0; i < heavy; i++) {
            callers.execute(() -> load.goOn("heavy", load::heavy));
        }
        for (int i = 0; i < LIGHT; i++) {
            callers.execute(() -> load.goOn("light", load::light));
        }
        for (int i = 0; i < SLOW_READERS; i++) {
            callers.execute(() -> load.goOn("slow reader", load::readSlowly));
        }
        for (int i = 0; i < HANGING_UP; i++) {
            callers.execute(() -> load.goOn("hanging up", load::hangUp));
        }
        callers.shutdown();
        if (!callers.awaitTermination(1, TimeUnit.DAYS)) {
            throw new IllegalStateException("callers went on for a day");
        }
        load.report();
        System.exit(0);
    }

    private interface Work {
        String once() throws IOException, InterruptedException;
    }

    private void goOn(String kind, Work work) {
        while (Instant.now().isBefore(end)) {
            String outcome;
            try {
                outcome = work.once();
            } catch (IOException | InterruptedException e) {
                outcome = e.getClass().getSimpleName();
            }
            outcomes.computeIfAbsent(kind + ": " + outcome, any -> new LongAdder())
                    .increment();
        }
    }

    /** Every second one is asked again and again; the others are asked once. */
    private String light() throws IOException, InterruptedException {
        int number = turn.incrementAndGet();
        int first = number % 2 == 0 ? 10 : 100 + number % 9000;
        long start = System.nanoTime();
        String outcome = post("{ observations(filter: {indicators: [\"cic_count\"], areas: [\"E10000018\"]}, first: "
                + first + ") { totalCount rows { period valueText } } }");
        lightMilliseconds.add((System.nanoTime() - start) / 1e6);
        return outcome;
    }

    private String heavy() throws IOException, InterruptedException {
        String outcome = post("{ slice(filter: {areaKinds: [AUTHORITY, COUNTRY], from: \"" + day()
                + "\"}, rows: [INDICATOR, AREA], columns: [REPORTING_YEAR]) { columns { key } rows { labels"
                + " cells texts } } }");
        if (outcome.startsWith("503")) {
            Thread.sleep(1000);
        }
        return outcome;
    }

    private String readSlowly() throws IOException, InterruptedException {
        try (Socket socket = query("{ observations(filter: {headlineOnly: false, from: \"" + day()
                + "\"}, first: 10000) { rows { id indicatorTitle areaName periodLabel valueText sourceTitle } } }")) {
            for (int i = 0; i < 10 && socket.getInputStream().read() >= 0; i++) {
                Thread.sleep(1000);
            }
            return "left";
        }
    }

    private String hangUp() throws IOException, InterruptedException {
        try (Socket socket = query("{ observations(filter: {headlineOnly: false, latest: 2, from: \"" + day()
                + "\"}) { rows { id } } }")) {
            Thread.sleep(ThreadLocalRandom.current().nextInt(200));
            return socket.isConnected() ? "left" : "cut";
        }
    }

    private String post(String document) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(address)
                        .header("Content-Type", "application/json")
                        .timeout(Duration.ofSeconds(60))
                        .POST(BodyPublishers.ofString(body(document)))
                        .build(),
                BodyHandlers.ofString());
        int code = answer.body().indexOf("\"code\":\"");
        return answer.statusCode()
                + (code < 0 ? " answered" : " " + answer.body().substring(code + 8, code + 18));
    }

    private Socket query(String document) throws IOException {
        String body = body(document);
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), address.getPort());
        socket.setReceiveBufferSize(4096);
        socket.getOutputStream()
                .write(("POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: "
                                + body.length() + "\r\n\r\n" + body)
                        .getBytes(StandardCharsets.UTF_8));
        return socket;
    }

    private static String body(String document) {
        return "{\"query\": \"" + document.replace("\"", "\\\"") + "\"}";
    }

    private static String day() {
        return "19" + ThreadLocalRandom.current().nextInt(10, 99) + "-0"
                + ThreadLocalRandom.current().nextInt(1, 9) + "-1"
                + ThreadLocalRandom.current().nextInt(0, 9);
    }

    private void report() {
        outcomes.entrySet().stream()
                .map(entry ->
                        "%-40s %8d".formatted(entry.getKey(), entry.getValue().sum()))
                .sorted()
                .forEach(System.out::println);
        List<Double> sorted = lightMilliseconds.stream().sorted().toList();
        System.out.printf(
                "light answers: median %.0f ms, 95 in 100 within %.0f ms, longest %.0f ms%n",
                sorted.get(sorted.size() / 2), sorted.get(sorted.size() * 95 / 100), sorted.get(sorted.size() - 1));
    }
}
