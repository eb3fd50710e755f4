package careledger.api.explorer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finished pages and files by release and address, at most so many bytes of them. */
@Component
final class KeptPages {
    private static final long BYTES = 16_000_000;

    private final Cache<String, byte[]> pages = Caffeine.newBuilder()
            .maximumWeight(BYTES)
            .weigher((String key, byte[] page) -> key.length() + page.length)
            .build();

    Optional<byte[]> find(String key) {
        return Optional.ofNullable(pages.getIfPresent(key));
    }

    void keep(String key, byte[] page) {
        pages.put(key, page);
    }
}
