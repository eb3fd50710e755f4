package careledger.api.web;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.http.HttpHeaders;

/** A request whose body has been read from the line. */
final class BufferedRequest extends HttpServletRequestWrapper {
    private final ServletInputStream body;

    private BufferedRequest(HttpServletRequest request, byte[] body) {
        super(request);
        this.body = new Body(body);
    }

    /** Whether there is a body to wait for. */
    static boolean hasBody(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
    }

    /** @return nothing where the body is longer than that */
    static Optional<HttpServletRequest> read(HttpServletRequest request, int mostBytes) throws IOException {
        if (!hasBody(request)) {
            return Optional.of(request);
        }
        if (request.getContentLengthLong() > mostBytes) {
            return Optional.empty();
        }
        byte[] body = request.getInputStream().readNBytes(mostBytes + 1);
        return body.length > mostBytes ? Optional.empty() : Optional.of(new BufferedRequest(request, body));
    }

    @Override
    public ServletInputStream getInputStream() {
        return body;
    }

    @Override
    public BufferedReader getReader() {
        return new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
    }

    private static final class Body extends ServletInputStream {
        private final ByteArrayInputStream bytes;

        Body(byte[] bytes) {
            this.bytes = new ByteArrayInputStream(bytes);
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("the body is at hand; nothing is to be waited for");
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] target, int start, int length) {
            return bytes.read(target, start, length);
        }
    }
}
