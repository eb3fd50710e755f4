package careledger.api.web;

import java.util.function.BiConsumer;

/** The headers of every answer that need nothing but themselves, also where no filter has seen the request. */
public final class ServerHeaders {
    /** Load from here only, run no inline scripts, show it in no frame. Styles within a page are let through. */
    public static final String CONTENT_SECURITY_POLICY = String.join(
            "; ",
            "default-src 'self'",
            "script-src 'self'",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data:",
            "font-src 'self' data:",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'");

    private ServerHeaders() {}

    /** @param header takes a name and a value */
    static void write(BiConsumer<String, String> header) {
        header.accept("Content-Security-Policy", CONTENT_SECURITY_POLICY);
        header.accept("X-Content-Type-Options", "nosniff");
        header.accept("X-Frame-Options", "DENY");
        header.accept("Referrer-Policy", "no-referrer");
        header.accept("Cross-Origin-Opener-Policy", "same-origin");
    }
}
