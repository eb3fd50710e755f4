package careledger.api.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** What one gets who signs in or out: the page with the form, or the way to another address of this service. */
final class SignInAnswers {
    /** A path of this service: neither another host, nor what browsers make one of. */
    private static final Pattern OWN = Pattern.compile("/(?![/\\\\])[^\\\\\\p{Cntrl}]*");

    private final SignInPages pages;

    SignInAnswers(SignInPages pages) {
        this.pages = pages;
    }

    void show(HttpStatus status, String to, String problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setStatus(status.value());
        if (status == HttpStatus.UNAUTHORIZED) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"Care Ledger\"");
        }
        pages.head(response);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setContentType("text/html;charset=UTF-8");
        byte[] page = pages.page(to, problem).getBytes(StandardCharsets.UTF_8);
        response.setContentLength(page.length);
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(page);
        }
    }

    /** @param to an address that {@link #own} has let pass, or one that this service has made itself */
    void redirect(String to, HttpServletResponse response) {
        response.setStatus(HttpStatus.SEE_OTHER.value());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(HttpHeaders.LOCATION, to);
    }

    /** The address if it is of a page of this service, otherwise that of the front page. */
    static String own(@Nullable String to) {
        return to != null && OWN.matcher(to).matches() && !to.startsWith(SignIn.IN) && !to.startsWith(SignIn.OUT)
                ? to
                : "/";
    }
}
