package careledger.api.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRange;

/**
 * Sends a file, whole or one range of it. It is opened before any header is sent, so that it can be read to its end
 * even where it is deleted meanwhile.
 *
 * @param type media type
 * @param name under which to keep it
 */
public record FileAnswer(Path file, String type, String name, CacheHeaders cacheHeaders) {
    /** @param origin closed when the file has been sent, or will not be */
    public void send(HttpServletRequest request, HttpServletResponse response, AutoCloseable origin)
            throws IOException {
        FileChannel bytes = FileChannel.open(file);
        FileBody whole = new FileBody(bytes, 0, bytes.size(), origin);
        boolean sending = false;
        try {
            cacheHeaders.write(request, response, Encoding.PLAIN);
            response.setHeader(HttpHeaders.ACCEPT_RANGES, "bytes");
            if (cacheHeaders.heldBy(request, Encoding.PLAIN)) {
                response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
                return;
            }
            response.setContentType(type);
            response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
            Optional<FileBody> body = body(bytes, bytes.size(), range(request), response, origin);
            if (body.isPresent() && !request.getMethod().equals("HEAD")) {
                sending = true;
                AnswerSender.send(body.get(), request, response);
            }
        } finally {
            if (!sending) {
                whole.close();
            }
        }
    }

    /** What is to be sent; nothing where there is no such range. */
    private static Optional<FileBody> body(
            FileChannel bytes,
            long length,
            Optional<HttpRange> range,
            HttpServletResponse response,
            AutoCloseable origin) {
        long start = range.map(one -> one.getRangeStart(length)).orElse(0L);
        long end = range.map(one -> one.getRangeEnd(length)).orElse(length - 1);
        if (range.isPresent() && (start >= length || start > end)) {
            response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes */" + length);
            response.setStatus(HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE);
            return Optional.empty();
        }
        if (range.isPresent()) {
            response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
            response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes " + start + "-" + end + "/" + length);
        }
        response.setContentLengthLong(end - start + 1);
        return Optional.of(new FileBody(bytes, start, end + 1, origin));
    }

    /** The one range asked for. Several, or one of other bytes than these, are answered with the whole file. */
    private Optional<HttpRange> range(HttpServletRequest request) {
        String ifRange = request.getHeader(HttpHeaders.IF_RANGE);
        if (!request.getMethod().equals("GET")
                || (ifRange != null && !ifRange.equals(cacheHeaders.named(Encoding.PLAIN)))) {
            return Optional.empty();
        }
        try {
            List<HttpRange> ranges = HttpRange.parseRanges(request.getHeader(HttpHeaders.RANGE));
            return ranges.size() == 1 ? Optional.of(ranges.get(0)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
