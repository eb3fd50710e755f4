package careledger.api.transfer;

import careledger.api.problem.ProblemCode;
import careledger.warehouse.question.QuestionRefused;
import careledger.warehouse.question.Refusal;
import careledger.warehouse.serving.NoReleaseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Writes what is refused as {@code {"errors": [...]}}, never to be kept by a cache. */
@RestControllerAdvice
final class RefusedHandler {
    private static final String RETRY_SECONDS = "1";

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> refused(Refused refused) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(refused.status())
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore());
        if (refused.status() == HttpStatus.SERVICE_UNAVAILABLE) {
            answer.header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        }
        return answer.body(Map.of("errors", refused.errors()));
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> refused(QuestionRefused question) {
        List<Map<String, Object>> errors =
                question.refusals().stream().map(RefusedHandler::error).toList();
        return refused(new Refused(errors));
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> refused(NoReleaseException none) {
        return refused(Refused.of(
                HttpStatus.SERVICE_UNAVAILABLE,
                ProblemCode.NO_RELEASE,
                String.valueOf(none.getMessage()),
                "Run './careledger etl run', then ask again."));
    }

    private static Map<String, Object> error(Refusal refusal) {
        Map<String, Object> extensions = new LinkedHashMap<>();
        extensions.put("code", refusal.code().name());
        extensions.put("argument", refusal.argument().path());
        refusal.hint().ifPresent(hint -> extensions.put("hint", hint));
        if (!refusal.nearest().isEmpty()) {
            extensions.put("nearest", refusal.nearest());
        }
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("message", refusal.message());
        error.put("extensions", extensions);
        return error;
    }
}
