package careledger.api.execution;

import careledger.answers.serving.OverloadedException;
import careledger.answers.serving.QueryCancelledException;
import careledger.api.config.CareLedgerProperties;
import careledger.api.web.RequestContext;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.springframework.stereotype.Component;

/**
 * Keeps answers for being asked again; an answer never changes within its release. A request for what is just being answered
 * waits for that answer instead of having it made twice.
 */
@Component
public final class AnswerCache {
    private final Cache<Key, Kept> kept;
    private final ConcurrentMap<Key, CompletableFuture<Kept>> making = new ConcurrentHashMap<>();
    private final Semaphore others;
    private final Duration patience;

    AnswerCache(CareLedgerProperties properties) {
        this.kept = Caffeine.newBuilder()
                .maximumWeight(properties.limits().keptRows())
                .weigher((Key key, Kept answer) -> answer.rows() + 1)
                .build();
        this.others = new Semaphore(properties.limits().sharing());
        this.patience =
                properties.limits().longestWait().plus(properties.limits().deadline());
    }

    /**
     * @param type what the answer is
     * @param question the value from which the answer is computed, in its one canonical form: equal exactly where the answers
     *     are
     * @param rows how much there is of it
     */
    public <T> T get(String release, Class<T> type, Object question, Supplier<T> answer, ToIntFunction<T> rows) {
        Key key = new Key(release, type, question);
        Kept found = kept.getIfPresent(key);
        Kept given = found == null ? made(key, answer, rows) : found;
        RequestContext.current().ifPresent(context -> context.answered(found != null, given.rows()));
        return type.cast(given.answer());
    }

    private <T> Kept made(Key key, Supplier<T> answer, ToIntFunction<T> rows) {
        CompletableFuture<Kept> mine = new CompletableFuture<>();
        CompletableFuture<Kept> theirs = making.putIfAbsent(key, mine);
        while (theirs != null) {
            try {
                return awaited(theirs);
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof QueryCancelledException)) {
                    throw again(e);
                }
                theirs = making.putIfAbsent(key, mine);
            }
        }
        return make(key, mine, answer, rows);
    }

    private Kept awaited(CompletableFuture<Kept> theirs) throws ExecutionException {
        if (!others.tryAcquire()) {
            throw new OverloadedException("Too many wait for the same answer", Duration.ofSeconds(1));
        }
        try {
            return theirs.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new OverloadedException("The same question is still being answered", Duration.ofSeconds(1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OverloadedException("The service is stopping", Duration.ofSeconds(1));
        } finally {
            others.release();
        }
    }

    private <T> Kept make(Key key, CompletableFuture<Kept> mine, Supplier<T> answer, ToIntFunction<T> rows) {
        try {
            T made = answer.get();
            Kept keep = new Kept(made, rows.applyAsInt(made));
            kept.put(key, keep);
            making.remove(key, mine);
            mine.complete(keep);
            return keep;
        } catch (RuntimeException | Error e) {
            making.remove(key, mine);
            mine.completeExceptionally(e);
            throw e;
        }
    }

    private static RuntimeException again(ExecutionException failed) {
        if (failed.getCause() instanceof RuntimeException same) {
            return same;
        }
        return new IllegalStateException("the same question failed elsewhere", failed.getCause());
    }

    private record Key(String release, Class<?> type, Object question) {}

    private record Kept(Object answer, int rows) {}
}
