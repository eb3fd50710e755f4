package careledger.api.request;

import careledger.api.configuration.CareLedgerProperties;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.springframework.stereotype.Component;

/** Keeps answers for being asked again; an answer never changes within its release. */
@Component
public final class Answers {
    private final Cache<Key, Kept> kept;

    Answers(CareLedgerProperties properties) {
        this.kept = Caffeine.newBuilder()
                .maximumWeight(properties.limits().cachedRows())
                .weigher((Key key, Kept answer) -> answer.rows() + 1)
                .build();
    }

    /**
     * @param type what the answer is
     * @param question everything that decides it, beside the release
     * @param rows how much there is of it
     */
    public <T> T get(String release, Class<T> type, String question, Supplier<T> answer, ToIntFunction<T> rows) {
        Key key = new Key(release, type, question);
        Kept found = kept.getIfPresent(key);
        if (found != null) {
            return type.cast(found.answer());
        }
        T made = answer.get();
        kept.put(key, new Kept(made, rows.applyAsInt(made)));
        return made;
    }

    private record Key(String release, Class<?> type, String question) {}

    private record Kept(Object answer, int rows) {}
}
