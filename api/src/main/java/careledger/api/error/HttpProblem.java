package careledger.api.error;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.webmvc.error.DefaultErrorAttributes;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.WebRequest;

/** What an address that answers nothing says, and a request that is not a question. */
@Component
final class HttpProblem extends DefaultErrorAttributes {
    @Override
    public Map<String, Object> getErrorAttributes(WebRequest request, ErrorAttributeOptions options) {
        Map<String, Object> usual = super.getErrorAttributes(request, options);
        int status = usual.get("status") instanceof Integer number ? number : HttpStatus.INTERNAL_SERVER_ERROR.value();
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("code", code(status).name());
        problem.put("status", status);
        problem.put("message", usual.getOrDefault("error", "Error"));
        problem.put("path", usual.getOrDefault("path", ""));
        problem.put("hint", "Questions go to POST /graphql as JSON; /graphiql is the page to ask on.");
        Object requestId = request.getAttribute(RequestId.KEY, RequestAttributes.SCOPE_REQUEST);
        if (requestId != null) {
            problem.put(RequestId.KEY, requestId);
        }
        return problem;
    }

    private static ProblemCode code(int status) {
        if (status == HttpStatus.NOT_FOUND.value()) {
            return ProblemCode.NOT_FOUND;
        }
        return HttpStatus.valueOf(status).is4xxClientError() ? ProblemCode.BAD_INPUT : ProblemCode.INTERNAL;
    }
}
