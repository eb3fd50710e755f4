package careledger.api.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import careledger.answers.serving.OverloadedException;
import careledger.answers.serving.QueryCancelledException;
import careledger.api.config.CareLedgerProperties;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class AnswerCacheTest {
    private final AtomicInteger made = new AtomicInteger();
    private final ExecutorService callers = Executors.newCachedThreadPool();

    private static AnswerCache cache(int sharing) {
        return new AnswerCache(
                new Binder(new MapConfigurationPropertySource(Map.of("careledger.limits.sharing", sharing)))
                        .bindOrCreate("careledger", CareLedgerProperties.class));
    }

    @AfterEach
    void stop() {
        callers.shutdownNow();
    }

    private String get(AnswerCache cache, String release, String question) {
        return get(cache, release, question, () -> "answer " + made.incrementAndGet());
    }

    private static String get(AnswerCache cache, String release, String question, Supplier<String> answer) {
        return cache.get(release, String.class, question, answer, text -> 1);
    }

    @Test
    void anAnswerIsMadeOnceForEachReleaseAndQuestion() {
        AnswerCache cache = cache(8);

        assertThat(get(cache, "r1", "q")).isEqualTo("answer 1");
        assertThat(get(cache, "r1", "q")).isEqualTo("answer 1");
        assertThat(get(cache, "r2", "q")).isEqualTo("answer 2");
        assertThat(get(cache, "r1", "p")).isEqualTo("answer 3");
    }

    @Test
    void whoAsksMeanwhileWaitsForTheSameAnswer() throws Exception {
        AnswerCache cache = cache(8);
        CountDownLatch may = new CountDownLatch(1);
        Future<String> first = started(cache, may, () -> "answer " + made.incrementAndGet());
        List<Future<String>> others = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            others.add(callers.submit(() -> get(cache, "r", "q")));
        }
        may.countDown();

        assertThat(first.get()).isEqualTo("answer 1");
        for (Future<String> other : others) {
            assertThat(other.get()).isEqualTo("answer 1");
        }
        assertThat(made).hasValue(1);
    }

    @Test
    void aFailureIsPassedOnAndNotKept() {
        AnswerCache cache = cache(8);

        assertThatThrownBy(() -> get(cache, "r", "q", () -> {
                    throw new IllegalStateException("broken");
                }))
                .hasMessage("broken");
        assertThat(get(cache, "r", "q")).isEqualTo("answer 1");
    }

    /** Else one caller who hangs up would end the requests of the others. */
    @Test
    void whoWaitsForACallerWhoHangsUpMakesTheAnswer() throws Exception {
        AnswerCache cache = cache(8);
        CountDownLatch may = new CountDownLatch(1);
        Future<String> gone = started(cache, may, () -> {
            throw new QueryCancelledException();
        });
        Future<String> stays = callers.submit(() -> get(cache, "r", "q"));
        may.countDown();

        assertThat(stays.get()).isEqualTo("answer 1");
        assertThatThrownBy(gone::get).hasCauseInstanceOf(QueryCancelledException.class);
    }

    @Test
    void moreMayNotWaitThanTheLimitAllows() throws Exception {
        AnswerCache cache = cache(0);
        CountDownLatch may = new CountDownLatch(1);
        Future<String> first = started(cache, may, () -> "first");

        assertThatThrownBy(() -> get(cache, "r", "q")).isInstanceOf(OverloadedException.class);
        may.countDown();
        assertThat(first.get()).isEqualTo("first");
    }

    /** The answer of a caller who has begun to make it, and goes on when it may. */
    private Future<String> started(AnswerCache cache, CountDownLatch may, Supplier<String> answer) {
        CountDownLatch started = new CountDownLatch(1);
        Future<String> asked = callers.submit(() -> get(cache, "r", "q", () -> {
            started.countDown();
            await(may);
            return answer.get();
        }));
        await(started);
        return asked;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
