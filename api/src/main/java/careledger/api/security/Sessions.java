package careledger.api.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.core.Authentication;

/**
 * Who has signed in with a browser. The cookie holds a random token and nothing of the key or of the person; it is taken
 * with requests that only read. A key's sign-in lasts only as long as the key is taken. A restart signs everybody out.
 */
final class Sessions {
    private static final Duration LONGEST = Duration.ofHours(12);
    private static final int MOST = 10_000;
    private static final Set<String> READING = Set.of("GET", "HEAD");

    private final Keys keys;
    private final BrowserCookie cookie = new BrowserCookie("__Host-care-ledger");
    private final Cache<String, Authentication> signedIn =
            Caffeine.newBuilder().expireAfterWrite(LONGEST).maximumSize(MOST).build();

    Sessions(Keys keys) {
        this.keys = keys;
    }

    /** @return whether the key is taken; then the response carries a cookie */
    boolean begin(KeySecret secret, HttpServletResponse response) {
        if (!taken(secret)) {
            return false;
        }
        begin(KeyAuthentication.asked(secret), response);
        return true;
    }

    /** Signs in one whom the identity provider has confirmed, with the roles of this moment. */
    void begin(Authentication confirmed, HttpServletResponse response) {
        String token = RandomTokens.next();
        signedIn.put(token, confirmed);
        cookie.set(token, response);
    }

    void end(HttpServletRequest request, HttpServletResponse response) {
        cookie.of(request).ifPresent(signedIn::invalidate);
        cookie.clear(response);
    }

    /** The key with which the sender of a request has signed in, or the person as the identity provider confirmed it. */
    Optional<Authentication> of(HttpServletRequest request) {
        return READING.contains(request.getMethod())
                ? cookie.of(request)
                        .flatMap(token -> Optional.ofNullable(signedIn.getIfPresent(token)))
                        .filter(this::valid)
                : Optional.empty();
    }

    private boolean valid(Authentication who) {
        return !(who instanceof KeyAuthentication key)
                || Optional.ofNullable(key.getCredentials()).filter(this::taken).isPresent();
    }

    private boolean taken(KeySecret secret) {
        return secret.wellFormed()
                && keys.of(secret).filter(key -> !key.expired(Instant.now())).isPresent();
    }
}
