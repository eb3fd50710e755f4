package careledger.api.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/**
 * Who has signed in with a browser. The cookie holds a random token and not the key; it is taken with requests that only
 * read, and only as long as the key is. A restart signs everybody out.
 */
final class Sessions {
    /** The prefix lets browsers take it from this very address and over TLS only. */
    static final String COOKIE = "__Host-care-ledger";

    private static final Duration LONGEST = Duration.ofHours(12);
    private static final int MOST = 10_000;
    private static final int TOKEN_BYTES = 32;
    private static final Set<String> READING = Set.of("GET", "HEAD");

    private final Keys keys;
    private final SecureRandom random = new SecureRandom();
    private final Cache<String, KeySecret> signedIn =
            Caffeine.newBuilder().expireAfterWrite(LONGEST).maximumSize(MOST).build();

    Sessions(Keys keys) {
        this.keys = keys;
    }

    /** @return whether the key is taken; then the response carries a cookie */
    boolean begin(KeySecret secret, HttpServletResponse response) {
        if (!taken(secret)) {
            return false;
        }
        byte[] bits = new byte[TOKEN_BYTES];
        random.nextBytes(bits);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
        signedIn.put(token, secret);
        response.addHeader(HttpHeaders.SET_COOKIE, cookie(token, Optional.empty()));
        return true;
    }

    void end(HttpServletRequest request, HttpServletResponse response) {
        token(request).ifPresent(signedIn::invalidate);
        response.addHeader(HttpHeaders.SET_COOKIE, cookie("", Optional.of(Duration.ZERO)));
    }

    /** The key with which the sender of a request has signed in. */
    Optional<KeySecret> of(HttpServletRequest request) {
        return READING.contains(request.getMethod())
                ? token(request)
                        .flatMap(token -> Optional.ofNullable(signedIn.getIfPresent(token)))
                        .filter(this::taken)
                : Optional.empty();
    }

    private boolean taken(KeySecret secret) {
        return secret.wellFormed()
                && keys.of(secret).filter(key -> !key.expired(Instant.now())).isPresent();
    }

    private static Optional<String> token(HttpServletRequest request) {
        Cookie @Nullable [] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(COOKIE)) {
                    return Optional.of(cookie.getValue());
                }
            }
        }
        return Optional.empty();
    }

    /** Until the browser is closed, unless it has an age. */
    private static String cookie(String value, Optional<Duration> age) {
        ResponseCookie.ResponseCookieBuilder cookie = ResponseCookie.from(COOKIE, value)
                .path("/")
                .httpOnly(true)
                .secure(true)
                .sameSite("Lax");
        age.ifPresent(cookie::maxAge);
        return cookie.build().toString();
    }
}
