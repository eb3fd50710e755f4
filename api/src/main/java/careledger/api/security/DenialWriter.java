package careledger.api.security;

import careledger.api.error.ErrorBody;
import careledger.api.error.RequestId;
import careledger.release.json.Json;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/** Answers a request that goes no further. */
public final class DenialWriter {
    private DenialWriter() {}

    public static void write(Denial denial, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setStatus(denial.status().value());
        if (denial.status() == HttpStatus.UNAUTHORIZED) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"Care Ledger\"");
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        byte[] body = Json.line(ErrorBody.of(denial.problem(), RequestId.given(request)))
                .getBytes(StandardCharsets.UTF_8);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
