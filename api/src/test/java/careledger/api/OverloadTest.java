package careledger.api;

import static org.assertj.core.api.Assertions.assertThat;

import careledger.answers.serving.Lease;
import careledger.answers.serving.Priority;
import careledger.answers.serving.Warehouse;
import careledger.release.TemporaryFolders;
import careledger.release.sample.SampleRelease;
import careledger.release.store.Releases;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** More than can be answered, asked at once: what is refused, what is given up, and what goes on beside it. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class OverloadTest {
    private static final String ONE_FIGURE =
            "{ observations(filter: {indicators: [\"cic_count\"], areas: [\"E10000018\"]}, first: 1) { totalCount } }";

    private static TestService service;
    private static Path data;

    private final ExecutorService callers = Executors.newCachedThreadPool();

    @BeforeAll
    static void start() throws Exception {
        data = TemporaryFolders.create();
        SampleRelease.publishLarge(data, "large-1", 400_000);
        service = new TestService(
                data,
                "--careledger.limits.concurrent=2",
                "--careledger.limits.queue=1",
                "--careledger.limits.longestWait=4m",
                "--careledger.limits.deadline=4m");
        service.data(ONE_FIGURE);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @AfterEach
    void stopCallers() {
        callers.shutdownNow();
    }

    @Test
    void questionPastItsDeadlineIsGivenUpInWords() throws Exception {
        try (TestService hasty = new TestService(data, "--careledger.limits.deadline=100ms")) {
            HttpResponse<String> plain = RawHttp.post(hasty, RawHttp.JSON, RawHttp.asking(heavy(1)));
            HttpResponse<String> told = RawHttp.post(hasty, RawHttp.GRAPHQL, RawHttp.asking(heavy(2)));

            assertThat(plain.statusCode()).isEqualTo(200);
            assertThat(plain.body()).contains("\"code\":\"TIMEOUT\"", "100 ms", "Ask for less");
            assertThat(told.statusCode()).isEqualTo(504);
            assertThat(hasty.warehouse().load().timedOut()).isEqualTo(2);
            assertThat(hasty.warehouse().load().running()).isZero();
        }
    }

    @Test
    void beyondTheQueueTheAnswerIs503WithATimeToComeBack() throws Exception {
        try (Held first = new Held(Priority.SLOW);
                Held second = new Held(Priority.QUICK);
                Waiting waiting = new Waiting(Priority.QUICK)) {
            for (var headers : List.of(RawHttp.JSON, RawHttp.GRAPHQL)) {
                HttpResponse<String> answer = RawHttp.post(
                        service,
                        headers,
                        RawHttp.asking(ONE_FIGURE.replace("first: 1", "first: " + 20 + headers.size())));

                assertThat(answer.statusCode()).isEqualTo(503);
                assertThat(answer.headers().firstValue("retry-after")).hasValue("1");
                assertThat(answer.body()).contains("\"code\":\"OVERLOADED\"");
            }
        }
    }

    @Test
    void keptAnswerWaitsForNobody() throws Exception {
        service.data(ONE_FIGURE);
        try (Held first = new Held(Priority.SLOW);
                Held second = new Held(Priority.QUICK);
                Waiting waiting = new Waiting(Priority.QUICK)) {
            assertThat(service.data(ONE_FIGURE).path("totalCount").asInt()).isPositive();
        }
    }

    @Test
    void lightQuestionIsAnsweredBesideACrowdOfHeavyOnes() throws Exception {
        try (Held heavy = new Held(Priority.SLOW);
                Waiting waiting = new Waiting(Priority.SLOW)) {
            assertThat(service.data(ONE_FIGURE.replace("first: 1", "first: 7"))
                            .path("totalCount")
                            .asInt())
                    .isPositive();
        }
    }

    @Test
    void statementOfACallerWhoHangsUpIsCancelled() throws Exception {
        long before = service.warehouse().load().hungUp();
        try (Socket socket = query(heavy(3))) {
            until(() -> service.warehouse().load().running() == 1);
        }

        until(() -> service.warehouse().load().hungUp() == before + 1);
        assertThat(service.warehouse().load().running()).isZero();
        until(() -> service.get("/actuator/prometheus").body().contains("outcome=\"hung_up\""));
    }

    @Test
    void callerWhoHangsUpLeavesTheQueue() throws Exception {
        try (Held first = new Held(Priority.SLOW)) {
            try (Socket socket = query(heavy(4))) {
                until(() -> service.warehouse().load().waiting() == 1);
            }
            until(() -> service.warehouse().load().waiting() == 0);
        }
    }

    @Test
    void questionThatArrivesEarlyIsNotLost() throws Exception {
        try (Held first = new Held(Priority.SLOW);
                Socket socket = RawHttp.open(service)) {
            socket.getOutputStream().write(request(waiting(5)).getBytes(StandardCharsets.UTF_8));
            until(() -> service.warehouse().load().waiting() == 1);
            socket.getOutputStream()
                    .write(request(ONE_FIGURE)
                            .replace("Host: x", "Host: x\r\nConnection: close")
                            .getBytes(StandardCharsets.UTF_8));
            Thread.sleep(300);

            first.close();

            assertThat(answers(socket)).hasSize(2).allMatch(answer -> answer.contains("\"data\":{"));
        }
    }

    @Test
    void sameQuestionAskedByManyIsAnsweredOnce() throws Exception {
        long before = service.warehouse().load().answered();
        List<Future<HttpResponse<String>>> asking = new ArrayList<>();
        try (Held first = new Held(Priority.SLOW)) {
            for (int i = 0; i < 8; i++) {
                asking.add(callers.submit(() -> RawHttp.post(service, RawHttp.JSON, RawHttp.asking(waiting(6)))));
            }
            until(() -> service.warehouse().load().waiting() == 1);
        }

        for (Future<HttpResponse<String>> one : asking) {
            assertThat(one.get().body()).contains("\"data\":{").doesNotContain("errors");
        }
        assertThat(service.warehouse().load().answered() - before).isEqualTo(2);
    }

    @Test
    void releaseIsSwappedUnderLoadWithoutOneFailedRequest() throws Exception {
        Path small = TemporaryFolders.create();
        List<String> releases = List.of("swap-1", "swap-2", "swap-3");
        for (String release : releases) {
            SampleRelease.publish(small, release);
        }
        try (TestService swapped = new TestService(small)) {
            CountDownLatch done = new CountDownLatch(1);
            List<Future<Integer>> asking = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                int caller = i;
                asking.add(callers.submit(() -> askUntil(done, swapped, caller)));
            }
            for (String release : releases) {
                new Releases(small).rollback(release);
                swapped.warehouse().refresh();
                assertThat(swapped.data("{ about { dataVersion } }")
                                .path("dataVersion")
                                .asText())
                        .isEqualTo(release);
            }
            done.countDown();

            for (Future<Integer> one : asking) {
                assertThat(one.get()).isPositive();
            }
        }
    }

    private static int askUntil(CountDownLatch done, TestService asked, int caller) throws Exception {
        int answers = 0;
        while (done.getCount() > 0 || answers == 0) {
            String document = ONE_FIGURE.replace("first: 1", "first: " + (caller * 1000 + answers % 1000 + 1));
            HttpResponse<String> answer = RawHttp.post(asked, RawHttp.JSON, RawHttp.asking(document));
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("\"totalCount\":").doesNotContain("errors");
            answers++;
        }
        return answers;
    }

    /** Reads every figure; each number makes a question of its own. */
    /** Waits with the heavy ones, and is soon answered in its turn. */
    private static String waiting(int number) {
        return "{ observations(filter: {headlineOnly: false, from: \"19" + (10 + number)
                + "-01-01\"}, first: 5) { totalCount rows { id } } }";
    }

    private static String heavy(int number) {
        return "{ observations(filter: {headlineOnly: false, latest: 3, from: \"19" + (10 + number)
                + "-01-01\"}, sort: [VALUE_DESC], first: 5) { totalCount rows { id } } }";
    }

    private static Socket query(String document) throws Exception {
        Socket socket = RawHttp.open(service);
        socket.getOutputStream().write(request(document).getBytes(StandardCharsets.UTF_8));
        return socket;
    }

    private static String request(String document) {
        String body = RawHttp.asking(document);
        return "POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: " + body.length()
                + "\r\n\r\n" + body;
    }

    private static List<String> answers(Socket socket) throws Exception {
        try (InputStream in = socket.getInputStream()) {
            String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return List.of(all.substring(all.indexOf("HTTP/1.1") + 8).split("HTTP/1\\.1", -1));
        }
    }

    private static void until(Callable<Boolean> so) throws Exception {
        while (!so.call()) {
            Thread.sleep(5);
        }
    }

    /** A place that is taken until closed. */
    private final class Held implements AutoCloseable {
        private final CountDownLatch asking = new CountDownLatch(1);
        private final CountDownLatch end = new CountDownLatch(1);
        private final Future<Boolean> held;

        Held(Priority priority) throws Exception {
            Warehouse warehouse = service.warehouse();
            held = callers.submit(() -> {
                try (Lease lease = warehouse.lease()) {
                    return lease.read(priority, (release, connection) -> awaited());
                }
            });
            asking.await();
        }

        private boolean awaited() {
            asking.countDown();
            try {
                end.await();
                return true;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }

        @Override
        public void close() throws Exception {
            end.countDown();
            held.get();
        }
    }

    /** A question that waits for a place; closed before those who hold the places. */
    private static final class Waiting implements AutoCloseable {
        private final Socket socket;

        Waiting(Priority priority) throws Exception {
            int before = service.warehouse().load().waiting();
            socket = query(priority == Priority.SLOW ? heavy(7) : ONE_FIGURE.replace("first: 1", "first: 99"));
            until(() -> service.warehouse().load().waiting() == before + 1);
        }

        @Override
        public void close() throws Exception {
            socket.close();
            until(() -> service.warehouse().load().waiting() == 0);
        }
    }
}
