package careledger.api.error;

import graphql.ErrorClassification;

/** Everything that can be wrong, as {@code extensions.code} says it; described in docs/errors.md. */
public enum ProblemCode implements ErrorClassification {
    BAD_INPUT,
    UNKNOWN_ID,
    LIMIT_EXCEEDED,
    TOO_COMPLEX,
    TIMEOUT,
    OVERLOADED,
    RATE_LIMITED,
    UNAUTHENTICATED,
    FORBIDDEN,
    AUTHENTICATION_UNAVAILABLE,
    DATA_VERSION_CHANGED,
    NOT_FOUND,
    NO_RELEASE,
    DAMAGED,
    INTERNAL
}
