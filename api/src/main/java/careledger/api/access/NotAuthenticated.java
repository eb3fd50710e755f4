package careledger.api.access;

import careledger.api.access.denial.Denial;
import careledger.api.problem.ProblemCode;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;

/** Who asks could not be made out; says why, and never repeats a key or token. */
final class NotAuthenticated extends AuthenticationException {
    private final transient Denial denial;

    NotAuthenticated(HttpStatus status, ProblemCode code, String message, String hint) {
        super(message);
        this.denial = Denial.of(status, code, message, hint);
    }

    static NotAuthenticated unknownCredential(String message) {
        return new NotAuthenticated(
                HttpStatus.UNAUTHORIZED,
                ProblemCode.UNAUTHENTICATED,
                message,
                "Send a valid key as X-API-Key, or a valid token as bearer; without any, open figures are answered.");
    }

    Denial denial() {
        return denial;
    }
}
