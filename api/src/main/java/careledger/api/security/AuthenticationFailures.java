package careledger.api.security;

import careledger.api.error.ProblemCode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Answers one whose key or token was not taken, and charges the address for the attempt. */
final class AuthenticationFailures implements AuthenticationFailureHandler {
    private static final Logger LOG = LoggerFactory.getLogger(AuthenticationFailures.class);
    private static final String RETRY_SECONDS = "30";

    private final RateLimit rates;
    private final long cost;

    AuthenticationFailures(RateLimit rates, long cost) {
        this.rates = rates;
        this.cost = cost;
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (!rates.failed(cost, request, response)) {
            return;
        }
        if (failure instanceof InvalidCredentialsException known) {
            DenialWriter.write(known.denial(), request, response);
            return;
        }
        LOG.warn(
                "nobody can sign in: {}",
                NestedExceptionUtils.getMostSpecificCause(failure).toString());
        response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        DenialWriter.write(unavailable(), request, response);
    }

    private static Denial unavailable() {
        return Denial.of(
                HttpStatus.SERVICE_UNAVAILABLE,
                ProblemCode.AUTHENTICATION_UNAVAILABLE,
                "Sign-in is temporarily unavailable: the key file or the identity provider does not respond.",
                "Try again in a moment; published figures need no key or token.");
    }
}
