package careledger.api.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;

/**
 * Signs readers in through the identity provider. Only the browser that began a sign-in can finish it, once and within ten
 * minutes: it holds a cookie that names what was begun, so that nobody can be signed in as somebody else unawares.
 */
final class ProviderSignIn {
    static final String BEGIN = "/sign-in/provider";
    static final String FINISH = "/sign-in/callback";

    private static final Logger LOG = LoggerFactory.getLogger(ProviderSignIn.class);
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int MOST = 10_000;

    /** So that one address cannot begin more sign-ins than are remembered, and yet an office behind it can sign in. */
    private static final long SHARE_OF_FAILURE = 10;

    private final OpenIdClient client;
    private final Sessions sessions;
    private final SignInAnswers answers;
    private final RateLimit rates;
    private final long failure;
    private final BrowserCookie cookie = new BrowserCookie("__Host-care-ledger-sign-in");
    private final Cache<String, Begun> begun =
            Caffeine.newBuilder().expireAfterWrite(PATIENCE).maximumSize(MOST).build();

    /** @param failure cost of a sign-in that fails */
    ProviderSignIn(OpenIdClient client, Sessions sessions, SignInAnswers answers, RateLimit rates, long failure) {
        this.client = client;
        this.sessions = sessions;
        this.answers = answers;
        this.rates = rates;
        this.failure = failure;
    }

    void begin(String to, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!rates.failed(Math.max(1, failure / SHARE_OF_FAILURE), request, response)) {
            return;
        }
        try {
            OAuth2AuthorizationRequest sent = client.request(FINISH, request);
            String token = RandomTokens.next();
            begun.put(token, new Begun(sent, to));
            cookie.set(token, response);
            answers.redirect(sent.getAuthorizationRequestUri(), response);
        } catch (AuthenticationServiceException e) {
            unavailable(e, to, request, response);
        }
    }

    /** @param sent the fields with which the provider sends the reader back */
    void finish(Map<String, String> sent, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Begun> started = cookie.of(request)
                .flatMap(token -> Optional.ofNullable(begun.asMap().remove(token)));
        cookie.clear(response);
        if (started.isEmpty()) {
            refuse(
                    HttpStatus.BAD_REQUEST,
                    "This sign-in was not begun in this browser, or more than ten minutes ago. " + "Begin again.",
                    "/",
                    request,
                    response);
            return;
        }
        String to = started.get().to();
        try {
            Authentication person = client.confirm(started.get().request(), received(sent, started.get()));
            if (person.getAuthorities().isEmpty()) {
                LOG.info("{} has signed in and has no role here", person.getName());
                answers.show(
                        HttpStatus.FORBIDDEN,
                        to,
                        "You have signed in, but your account has no role here. The council's operator of this service"
                                + " gives out roles.",
                        request,
                        response);
                return;
            }
            sessions.begin(person, response);
            answers.redirect(request.getContextPath() + to, response);
        } catch (AuthenticationServiceException e) {
            unavailable(e, to, request, response);
        } catch (AuthenticationException e) {
            LOG.warn("a sign-in failed: {}", e.toString());
            refuse(
                    HttpStatus.UNAUTHORIZED,
                    "The identity provider has not confirmed who you are" + code(e) + ". Begin again.",
                    to,
                    request,
                    response);
        }
    }

    private static OAuth2AuthorizationResponse received(Map<String, String> sent, Begun started) {
        String state = sent.getOrDefault("state", "");
        String code = sent.getOrDefault("code", "");
        OAuth2AuthorizationResponse.Builder received = code.isEmpty()
                ? OAuth2AuthorizationResponse.error(sent.getOrDefault("error", "no_code"))
                : OAuth2AuthorizationResponse.success(code);
        return received.redirectUri(Objects.requireNonNull(started.request().getRedirectUri()))
                .state(state.isEmpty() ? "none" : state)
                .build();
    }

    private static String code(AuthenticationException e) {
        String code = e instanceof OAuth2AuthenticationException known
                ? known.getError().getErrorCode()
                : "";
        return code.matches("[a-z_]{1,60}") ? " (" + code + ")" : "";
    }

    private void refuse(
            HttpStatus status, String problem, String to, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (rates.failed(failure, request, response)) {
            answers.show(status, to, problem, request, response);
        }
    }

    private void unavailable(
            AuthenticationServiceException e, String to, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        LOG.warn("nobody can sign in through the identity provider: {}", String.valueOf(e.getCause()));
        response.setHeader(HttpHeaders.RETRY_AFTER, "30");
        answers.show(
                HttpStatus.SERVICE_UNAVAILABLE,
                to,
                "The identity provider does not respond. Try again in a moment, or use a key.",
                request,
                response);
    }

    private record Begun(OAuth2AuthorizationRequest request, String to) {}
}
