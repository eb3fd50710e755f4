package careledger.api.security;

import careledger.api.error.ErrorAnswer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** Answers a request that goes no further. */
public final class DenialWriter {
    private DenialWriter() {}

    public static void write(Denial denial, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (denial.status() == HttpStatus.UNAUTHORIZED) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"Care Ledger\"");
        }
        ErrorAnswer.write(denial.status(), denial.problem(), request, response);
    }
}
