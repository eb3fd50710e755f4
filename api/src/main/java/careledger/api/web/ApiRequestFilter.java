package careledger.api.web;

import careledger.answers.serving.CancellationSignal;
import careledger.api.config.CareLedgerProperties;
import careledger.api.error.ErrorBody;
import careledger.api.error.LimitName;
import careledger.api.error.Problem;
import careledger.api.error.ProblemCode;
import careledger.api.error.RequestId;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/** Begins every context: names it, reads its body whole while that is small enough, and watches its line. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ApiRequestFilter extends OncePerRequestFilter {
    /** Bodies may trickle in, each holding a thread; the others are kept for those who have said what they want. */
    private static final int MOST_ARRIVING = 150;

    private final ClientConnections lines;
    private final JsonMapper json;
    private final Semaphore arriving = new Semaphore(MOST_ARRIVING);
    private final int bodyBytes;

    ApiRequestFilter(ClientConnections lines, JsonMapper json, CareLedgerProperties properties) {
        this.lines = lines;
        this.json = json;
        this.bodyBytes = properties.limits().connection().bodyBytes();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String id = RequestId.of(request.getHeader(RequestId.HEADER));
        CancellationSignal caller = new CancellationSignal();
        RequestContext context = RequestContext.begin(id, caller);
        Optional<ClientConnection> line = lines.open(caller);
        MDC.put(RequestId.KEY, id);
        try {
            request.setAttribute(RequestId.KEY, id);
            response.setHeader(RequestId.HEADER, id);
            answer(request, response, chain, line);
        } finally {
            line.ifPresent(ClientConnection::close);
            context.end();
            MDC.remove(RequestId.KEY);
        }
    }

    private void answer(
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain,
            Optional<ClientConnection> line)
            throws ServletException, IOException {
        boolean awaited = BufferedRequest.hasBody(request);
        if (awaited && !arriving.tryAcquire()) {
            refuse(request, response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, tooManyArriving());
            return;
        }
        Optional<HttpServletRequest> heard = read(request, awaited);
        if (heard.isEmpty()) {
            refuse(request, response, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, tooLong());
            return;
        }
        line.ifPresent(ClientConnection::heard);
        chain.doFilter(heard.get(), response);
    }

    private Optional<HttpServletRequest> read(HttpServletRequest request, boolean awaited) throws IOException {
        try {
            return BufferedRequest.read(request, bodyBytes);
        } finally {
            if (awaited) {
                arriving.release();
            }
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, int status, Problem problem)
            throws IOException {
        response.setStatus(status);
        response.setHeader(HttpHeaders.CONNECTION, "close");
        if (problem.code() == ProblemCode.OVERLOADED) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "1");
        }
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(ErrorBody.of(problem, RequestId.given(request))));
    }

    private Problem tooLong() {
        return Problem.of(
                ProblemCode.LIMIT_EXCEEDED,
                "The request's body is longer than the limit %s allows, %,d bytes."
                        .formatted(LimitName.BODY_BYTES, bodyBytes),
                "Ask for less at once; a document has room for lists of 200 ids. about.limits lists every limit.");
    }

    private static Problem tooManyArriving() {
        return Problem.of(
                ProblemCode.OVERLOADED,
                "Too many requests are still arriving.",
                "Ask again in a moment, and send the body at once.");
    }
}
