package careledger.api.web;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Sends bodies. A short one is written at once; for a long one no thread waits: the server writes as much as the reader
 * takes, and comes back when the reader takes more.
 */
public final class AnswerSender {
    /** Bytes that the socket takes at once, whether anybody reads them or not. */
    private static final int AT_ONCE = 8192;

    private AnswerSender() {}

    /** The status and the headers are set before; the body is closed when it has been sent, or cannot be. */
    public static void send(AnswerParts body, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (body.size() >= 0) {
            response.setContentLengthLong(body.size());
        }
        ServletOutputStream out = response.getOutputStream();
        if (body.size() >= 0 && body.size() <= AT_ONCE) {
            try (AnswerParts all = body) {
                byte[] bytes = new byte[AT_ONCE];
                for (int read = all.read(bytes); read >= 0; read = all.read(bytes)) {
                    out.write(bytes, 0, read);
                }
            }
            return;
        }
        AsyncContext async = request.startAsync();
        async.setTimeout(0);
        AnswerDelivery delivery =
                new AnswerDelivery(body, async, out, RequestContext.current(), SecurityContextHolder.getContext());
        async.addListener(delivery);
        out.setWriteListener(delivery);
    }
}
