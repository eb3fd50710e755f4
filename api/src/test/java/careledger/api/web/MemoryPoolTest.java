package careledger.api.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import careledger.answers.serving.CancellationSignal;
import careledger.answers.serving.OverloadedException;
import careledger.answers.serving.QueryCancelledException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 2, unit = TimeUnit.MINUTES)
class MemoryPoolTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    private final MemoryPool pool = new MemoryPool(100, 2, LONG);

    @Test
    void whatDoesNotFitWaitsUntilItDoes() throws Exception {
        AnswerBudget.Share first = pool.reserve(70, caller("a"));
        CompletableFuture<AnswerBudget.Share> second =
                CompletableFuture.supplyAsync(() -> pool.reserve(50, caller("b")));

        first.close();
        first.close();

        assertThat(second.get()).isNotNull();
        assertThat(pool.free()).isEqualTo(50);
    }

    @Test
    void moreThanThereIsCountsAsAll() {
        AnswerBudget.Share all = pool.reserve(1_000, caller("a"));

        assertThat(pool.free()).isZero();
        all.close();
        assertThat(pool.free()).isEqualTo(100);
    }

    @Test
    void noRoomInTimeIsRefused() {
        MemoryPool hasty = new MemoryPool(100, 2, Duration.ofMillis(20));
        hasty.reserve(100, caller("a"));

        assertThatThrownBy(() -> hasty.reserve(1, caller("b"))).isInstanceOf(OverloadedException.class);
    }

    @Test
    void nobodyWaitsForACallerWhoHasGone() throws Exception {
        AnswerBudget.Share first = pool.reserve(100, caller("a"));
        CancellationSignal leaving = caller("b");
        CompletableFuture<AnswerBudget.Share> second = CompletableFuture.supplyAsync(() -> pool.reserve(50, leaving));

        leaving.hangUp();

        assertThatThrownBy(second::get).hasCauseInstanceOf(QueryCancelledException.class);
        first.close();
        assertThat(pool.free()).isEqualTo(100);
    }

    @Test
    void tooManyWaitingRefusesTheCallerWithMost() throws Exception {
        AnswerBudget.Share first = pool.reserve(100, caller("a"));
        MemoryPool same = pool;
        CompletableFuture<AnswerBudget.Share> one = CompletableFuture.supplyAsync(() -> same.reserve(10, caller("a")));
        CompletableFuture<AnswerBudget.Share> two = CompletableFuture.supplyAsync(() -> same.reserve(10, caller("a")));
        CompletableFuture<AnswerBudget.Share> three =
                CompletableFuture.supplyAsync(() -> same.reserve(10, caller("a")));

        CompletableFuture<Object> refused = CompletableFuture.anyOf(one, two, three);

        assertThatThrownBy(refused::get).hasCauseInstanceOf(OverloadedException.class);
        first.close();
    }

    private static CancellationSignal caller(String name) {
        CancellationSignal caller = new CancellationSignal();
        caller.identify(name);
        return caller;
    }
}
