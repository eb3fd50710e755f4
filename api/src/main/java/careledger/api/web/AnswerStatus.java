package careledger.api.web;

import careledger.api.error.ProblemCode;
import java.util.List;
import java.util.Set;
import org.springframework.graphql.ResponseError;
import org.springframework.http.HttpStatus;

/**
 * The status of an answer. Who reads {@code application/json} finds errors in it under 200, except where there is nothing
 * to read: the service is too busy, or the document itself is refused. Who reads
 * {@code application/graphql-response+json} also sees in the status that there is no answer, and why.
 */
final class AnswerStatus {
    private static final Set<ProblemCode> TOO_LARGE = Set.of(ProblemCode.TOO_COMPLEX, ProblemCode.LIMIT_EXCEEDED);

    private AnswerStatus() {}

    /**
     * @param data whether anything was answered
     * @param ran whether the document was taken on: it is there in the answer, though it may be empty
     * @param statusTells whether the caller reads the status too
     */
    static HttpStatus of(List<ResponseError> errors, boolean data, boolean ran, boolean statusTells) {
        List<ProblemCode> codes = errors.stream()
                .map(error ->
                        ProblemCode.written(String.valueOf(error.getExtensions().get("code"))))
                .toList();
        if (data) {
            return HttpStatus.OK;
        }
        if (codes.contains(ProblemCode.OVERLOADED)) {
            return ProblemCode.OVERLOADED.status();
        }
        if (!ran && codes.stream().anyMatch(TOO_LARGE::contains)) {
            return HttpStatus.BAD_REQUEST;
        }
        return statusTells
                ? codes.stream()
                        .map(ProblemCode::status)
                        .filter(HttpStatus::is5xxServerError)
                        .findFirst()
                        .orElse(HttpStatus.BAD_REQUEST)
                : HttpStatus.OK;
    }
}
