package careledger.api.web;

import careledger.api.error.ProblemCode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.graphql.ResponseError;
import org.springframework.http.HttpStatus;

/**
 * The status of an answer. Who reads {@code application/json} finds errors in it under 200, except where there is nothing
 * to read: the service is too busy, or the document itself is refused. Who reads
 * {@code application/graphql-response+json} also sees in the status that there is no answer, and why.
 */
final class AnswerStatus {
    private static final Map<ProblemCode, HttpStatus> WITHOUT_ANSWER = Map.of(
            ProblemCode.TIMEOUT, HttpStatus.GATEWAY_TIMEOUT,
            ProblemCode.NO_RELEASE, HttpStatus.SERVICE_UNAVAILABLE,
            ProblemCode.INTERNAL, HttpStatus.INTERNAL_SERVER_ERROR);
    private static final Set<String> TOO_LARGE =
            Set.of(ProblemCode.TOO_COMPLEX.name(), ProblemCode.LIMIT_EXCEEDED.name());

    private AnswerStatus() {}

    /**
     * @param data whether anything was answered
     * @param ran whether the document was taken on: it is there in the answer, though it may be empty
     * @param statusTells whether the caller reads the status too
     */
    static HttpStatus of(List<ResponseError> errors, boolean data, boolean ran, boolean statusTells) {
        List<String> codes = errors.stream()
                .map(error -> String.valueOf(error.getExtensions().get("code")))
                .toList();
        if (codes.contains(ProblemCode.OVERLOADED.name())) {
            return HttpStatus.SERVICE_UNAVAILABLE;
        }
        if (!ran && codes.stream().anyMatch(TOO_LARGE::contains)) {
            return HttpStatus.BAD_REQUEST;
        }
        if (data || !statusTells) {
            return HttpStatus.OK;
        }
        return WITHOUT_ANSWER.entrySet().stream()
                .filter(entry -> codes.contains(entry.getKey().name()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(HttpStatus.BAD_REQUEST);
    }
}
