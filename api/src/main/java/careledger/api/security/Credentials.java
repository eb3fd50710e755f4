package careledger.api.security;

import careledger.api.error.ProblemCode;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.web.authentication.AuthenticationConverter;

/**
 * Finds the credentials of a request: a key in {@code X-API-Key}, as bearer, as the password of Basic authentication
 * (whatever the user's name), or with GET in the address; or a token as bearer. One request says one thing. A request
 * without any may be of one who has signed in with a browser.
 */
final class Credentials implements AuthenticationConverter {
    static final String KEY_HEADER = "X-API-Key";

    private static final Pattern BEARER = Pattern.compile("(?i)bearer +([-A-Za-z0-9._~+/]+=*)");
    private static final Pattern BASIC = Pattern.compile("(?i)basic +([A-Za-z0-9+/]+=*)");
    private static final Set<String> READING = Set.of("GET", "HEAD");

    /** Empty where nobody signs in with a browser. */
    private final Optional<Sessions> sessions;

    Credentials(Optional<Sessions> sessions) {
        this.sessions = sessions;
    }

    @Override
    public @Nullable Authentication convert(HttpServletRequest request) {
        List<String> inAddress = KeyInAddress.of(request);
        if (!inAddress.isEmpty() && !READING.contains(request.getMethod())) {
            throw unreadable(
                    "A key in the address is taken with GET only, since addresses are kept in logs and histories.",
                    "Send it as the header " + KEY_HEADER + ".");
        }
        List<Authentication> found = new ArrayList<>();
        inAddress.forEach(text -> found.add(KeyAuthentication.asked(new KeySecret(text))));
        Collections.list(request.getHeaders(KEY_HEADER))
                .forEach(text -> found.add(KeyAuthentication.asked(new KeySecret(text.strip()))));
        Collections.list(request.getHeaders(HttpHeaders.AUTHORIZATION))
                .forEach(text -> found.add(authorization(text.strip())));
        if (found.size() > 1) {
            throw unreadable(
                    "There are " + found.size() + " keys or tokens with this request, expected one.",
                    "Send one of them, in one place.");
        }
        return found.isEmpty() ? sessions.flatMap(all -> all.of(request)).orElse(null) : found.get(0);
    }

    private static Authentication authorization(String header) {
        Matcher basic = BASIC.matcher(header);
        Matcher bearer = BEARER.matcher(header);
        if (basic.matches()) {
            return KeyAuthentication.asked(new KeySecret(password(basic.group(1))));
        }
        if (!bearer.matches()) {
            throw unreadable();
        }
        String text = bearer.group(1);
        return text.startsWith(KeySecret.PREFIX)
                ? KeyAuthentication.asked(new KeySecret(text))
                : new BearerTokenAuthenticationToken(text);
    }

    private static String password(String encoded) {
        try {
            String pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            if (colon >= 0) {
                return pair.substring(colon + 1);
            }
        } catch (IllegalArgumentException e) {
            throw unreadable();
        }
        throw unreadable();
    }

    private static InvalidCredentialsException unreadable() {
        return unreadable(
                "The Authorization header cannot be read, expected 'Bearer' and a key or token, or 'Basic' and a name"
                        + " and key in base64.",
                "With curl that is -u any:KEY; " + KEY_HEADER + " takes a key as well.");
    }

    private static InvalidCredentialsException unreadable(String message, String hint) {
        return new InvalidCredentialsException(HttpStatus.BAD_REQUEST, ProblemCode.BAD_INPUT, message, hint);
    }
}
