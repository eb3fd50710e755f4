package careledger.api.security;

import careledger.api.error.ProblemCode;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;

/** Authentication failed; the message says why, and never repeats a key or token. */
final class InvalidCredentialsException extends AuthenticationException {
    private final transient Denial denial;

    InvalidCredentialsException(HttpStatus status, ProblemCode code, String message, String hint) {
        super(message);
        this.denial = Denial.of(status, code, message, hint);
    }

    static InvalidCredentialsException unknownCredential(String message) {
        return new InvalidCredentialsException(
                HttpStatus.UNAUTHORIZED,
                ProblemCode.UNAUTHENTICATED,
                message,
                "Send a valid key as X-API-Key, or a valid token as bearer; without any, open figures are answered.");
    }

    Denial denial() {
        return denial;
    }
}
