package careledger.api.error;

import java.util.List;
import java.util.Map;

/** What is answered where a request is refused before or beside GraphQL: errors, as an answer to a question has them. */
public final class ErrorBody {
    private ErrorBody() {}

    public static Map<String, Object> of(Problem problem, String requestId) {
        return of(List.of(problem), requestId);
    }

    public static Map<String, Object> of(List<Problem> problems, String requestId) {
        return Map.of(
                "errors",
                problems.stream()
                        .map(problem ->
                                Map.of("message", problem.message(), "extensions", problem.extensions(requestId)))
                        .toList());
    }
}
