package careledger.api.error;

import careledger.answers.query.InvalidQueryException;
import careledger.answers.serving.DeadlineException;
import careledger.answers.serving.FailedQueryException;
import careledger.answers.serving.NoReleaseException;
import careledger.answers.serving.OverloadedException;
import careledger.answers.serving.QueryCancelledException;
import careledger.release.file.DamagedFileException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Writes what is refused as {@code {"errors": [...]}}, never to be kept by a cache. */
@RestControllerAdvice
final class ApiExceptionHandler {
    @ExceptionHandler
    ResponseEntity<Map<String, Object>> refused(ApiException refused, HttpServletRequest request) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(refused.status())
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore());
        refused.code().retryAfter().ifPresent(seconds -> answer.header(HttpHeaders.RETRY_AFTER, seconds));
        return answer.body(refused.body(RequestId.given(request)));
    }

    @ExceptionHandler({
        InvalidQueryException.class,
        OverloadedException.class,
        DeadlineException.class,
        QueryCancelledException.class,
        FailedQueryException.class,
        NoReleaseException.class,
        DamagedFileException.class
    })
    ResponseEntity<Map<String, Object>> expected(RuntimeException thrown, HttpServletRequest request) {
        return refused(ApiException.of(thrown, RequestId.given(request), request.getRequestURI()), request);
    }
}
