package careledger.api.error;

import careledger.answers.query.InvalidQueryException;
import careledger.answers.serving.NoReleaseException;
import careledger.answers.serving.OverloadedException;
import careledger.release.file.DamagedFileException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Writes what is refused as {@code {"errors": [...]}}, never to be kept by a cache. */
@RestControllerAdvice
final class ApiExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ApiExceptionHandler.class);

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> refused(ApiException refused, HttpServletRequest request) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(refused.status())
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore());
        refused.code().retryAfter().ifPresent(seconds -> answer.header(HttpHeaders.RETRY_AFTER, seconds));
        return answer.body(refused.body(RequestId.given(request)));
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> refused(InvalidQueryException question, HttpServletRequest request) {
        return refused(
                ApiException.of(question.refusals().stream().map(Problem::of).toList()), request);
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> refused(DamagedFileException damaged, HttpServletRequest request) {
        LOG.error("{} was not sent from damaged files", request.getRequestURI(), damaged);
        return refused(ApiException.of(List.of(Problem.damaged())), request);
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> refused(OverloadedException full, HttpServletRequest request) {
        return refused(
                ApiException.of(ProblemCode.OVERLOADED, String.valueOf(full.getMessage()), "Try again in a moment."),
                request);
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> refused(NoReleaseException none, HttpServletRequest request) {
        return refused(
                ApiException.of(
                        ProblemCode.NO_RELEASE,
                        String.valueOf(none.getMessage()),
                        "Run './careledger etl run', then ask again."),
                request);
    }
}
