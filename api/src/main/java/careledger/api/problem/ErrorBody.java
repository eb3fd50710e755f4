package careledger.api.problem;

import java.util.List;
import java.util.Map;

/** What a request that never became a question is answered: errors, as an answer to a question has them. */
public final class ErrorBody {
    private ErrorBody() {}

    public static Map<String, Object> of(Problem problem, String requestId) {
        return Map.of(
                "errors", List.of(Map.of("message", problem.message(), "extensions", problem.extensions(requestId))));
    }
}
