package careledger.api.security;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/**
 * A cookie of this very address, over TLS only, which no script reads and no other site's form sends. It lasts until the
 * browser is closed.
 *
 * @param name with the prefix {@code __Host-}, by which browsers hold it to that
 */
record BrowserCookie(String name) {
    void set(String value, HttpServletResponse response) {
        response.addHeader(HttpHeaders.SET_COOKIE, written(value).build().toString());
    }

    void clear(HttpServletResponse response) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                written("").maxAge(Duration.ZERO).build().toString());
    }

    Optional<String> of(HttpServletRequest request) {
        Cookie @Nullable [] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(name))
                        .map(Cookie::getValue)
                        .findFirst();
    }

    private ResponseCookie.ResponseCookieBuilder written(String value) {
        return ResponseCookie.from(name, value)
                .path("/")
                .httpOnly(true)
                .secure(true)
                .sameSite("Lax");
    }
}
