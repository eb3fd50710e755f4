package careledger.api.security;

import careledger.api.error.Problem;
import careledger.api.error.ProblemCode;
import org.springframework.http.HttpStatus;

/** Why a request goes no further. */
public record Denial(HttpStatus status, Problem problem) {
    /** @param hint what to do about it */
    public static Denial of(HttpStatus status, ProblemCode code, String message, String hint) {
        return new Denial(status, Problem.of(code, message, hint));
    }

    public static Denial closed() {
        return of(
                HttpStatus.UNAUTHORIZED,
                ProblemCode.UNAUTHENTICATED,
                "This service answers to those who have a key or token.",
                "Send a key as X-API-Key, or a bearer token; the operator of the service issues them.");
    }

    public static Denial forbidden() {
        return of(
                HttpStatus.FORBIDDEN,
                ProblemCode.FORBIDDEN,
                "The role of this key or token does not reach this address.",
                "Request a key with that role from the operator of the service; docs/access.md lists what each role may do.");
    }

    public static Denial malformed() {
        return of(
                HttpStatus.BAD_REQUEST,
                ProblemCode.BAD_INPUT,
                "The address or a header holds characters that have no place there.",
                "Escape the address, and send plain text in headers.");
    }

    /** @param seconds until the next question */
    public static Denial overBudget(String who, long seconds) {
        return of(
                HttpStatus.TOO_MANY_REQUESTS,
                ProblemCode.RATE_LIMITED,
                "The budget of " + who + " is used up; it is enough for another question in " + seconds
                        + (seconds == 1 ? " second." : " seconds."),
                "Wait as long as Retry-After says, ask for less, or ask again with If-None-Match, which costs little.");
    }
}
