package careledger.api.error;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where the framework sends requests that it refuses. */
@RestController
final class HttpErrorController implements ErrorController {
    @RequestMapping("/error")
    ResponseEntity<Map<String, Object>> refused(HttpServletRequest request) {
        HttpStatus status = HttpProblem.status(request);
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore())
                .body(HttpProblem.body(status, RequestId.given(request)));
    }
}
