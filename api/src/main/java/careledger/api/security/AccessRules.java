package careledger.api.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Who may read which address. An open service answers everybody; a closed one answers readers, and shows others only that
 * it lives and shows them the page to ask on, and keeps its metrics to engineers. Single fields have rules of their own.
 */
final class AccessRules implements AuthorizationManager<HttpServletRequest> {
    /** Whether the service lives: always answered, to who watches over it. */
    static final RequestMatcher HEALTH = either("/actuator/health", "/actuator/health/**");

    /** Addresses without figures, and the preflight requests of browsers. */
    private static final RequestMatcher PUBLIC = new OrRequestMatcher(
            HEALTH,
            either("/assets/**", "/graphiql", "/graphiql/**", "/webjars/**", "/error"),
            request -> HttpMethod.OPTIONS.matches(request.getMethod()));

    private static final RequestMatcher METRICS = either("/actuator/**");

    private final boolean open;

    AccessRules(boolean open) {
        this.open = open;
    }

    @Override
    public AuthorizationResult authorize(
            Supplier<? extends Authentication> authentication, HttpServletRequest request) {
        return new AuthorizationDecision(allowed(Caller.current(), request));
    }

    private boolean allowed(Caller caller, HttpServletRequest request) {
        if (open || PUBLIC.matches(request)) {
            return true;
        }
        return caller.may(METRICS.matches(request) ? Role.ENGINEER : Role.READER);
    }

    private static RequestMatcher either(String... patterns) {
        return new OrRequestMatcher(Stream.of(patterns)
                .<RequestMatcher>map(PathPatternRequestMatcher::pathPattern)
                .toList());
    }
}
