package careledger.api.explorer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finished pages by release and address, at most so many characters of them. */
@Component
final class KeptPages {
    private static final long CHARACTERS = 8_000_000;

    private final Cache<String, String> pages = Caffeine.newBuilder()
            .maximumWeight(CHARACTERS)
            .weigher((String key, String page) -> key.length() + page.length())
            .build();

    Optional<String> find(String key) {
        return Optional.ofNullable(pages.getIfPresent(key));
    }

    void keep(String key, String page) {
        pages.put(key, page);
    }
}
