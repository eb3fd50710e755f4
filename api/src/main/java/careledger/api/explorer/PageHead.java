package careledger.api.explorer;

import jakarta.servlet.http.HttpServletResponse;

/** The head of a page: it runs no script and takes no style except this service's files. */
final class PageHead {
    private static final String CONTENT = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' data: blob:",
            "font-src 'self'",
            "connect-src 'self'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'");

    private PageHead() {}

    static void write(HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", CONTENT);
        response.setHeader("X-Robots-Tag", "noarchive");
    }
}
