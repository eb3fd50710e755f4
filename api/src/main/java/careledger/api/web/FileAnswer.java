package careledger.api.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRange;
import org.springframework.util.StreamUtils;

/**
 * Sends a file, whole or one range of it. It is opened before any header is sent, so that it can be read to its end
 * even where it is deleted meanwhile.
 *
 * @param type media type
 * @param name under which to keep it
 */
public record FileAnswer(Path file, String type, String name, CacheHeaders cacheHeaders) {
    public void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            long length = Files.size(file);
            cacheHeaders.write(request, response, Encoding.PLAIN);
            response.setHeader(HttpHeaders.ACCEPT_RANGES, "bytes");
            if (cacheHeaders.heldBy(request, Encoding.PLAIN)) {
                response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
                return;
            }
            response.setContentType(type);
            response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
            send(bytes, length, range(request), request, response);
        }
    }

    private static void send(
            InputStream bytes,
            long length,
            Optional<HttpRange> range,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        long start = range.map(one -> one.getRangeStart(length)).orElse(0L);
        long end = range.map(one -> one.getRangeEnd(length)).orElse(length - 1);
        if (range.isPresent() && (start >= length || start > end)) {
            response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes */" + length);
            response.setStatus(HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE);
            return;
        }
        if (range.isPresent()) {
            response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
            response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes " + start + "-" + end + "/" + length);
        }
        response.setContentLengthLong(end - start + 1);
        if (!request.getMethod().equals("HEAD")) {
            StreamUtils.copyRange(bytes, response.getOutputStream(), start, end);
        }
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
