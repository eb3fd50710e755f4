package careledger.api.request;

import careledger.api.configuration.CareLedgerProperties;
import careledger.api.connection.Line;
import careledger.api.connection.Lines;
import careledger.api.problem.ErrorBody;
import careledger.api.problem.LimitName;
import careledger.api.problem.Problem;
import careledger.api.problem.ProblemCode;
import careledger.api.problem.RequestId;
import careledger.warehouse.serving.Caller;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/** Begins every exchange: names it, reads its body whole while that is small enough, and watches its line. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ExchangeFilter extends OncePerRequestFilter {
    private final Lines lines;
    private final JsonMapper json;
    private final int bodyBytes;

    ExchangeFilter(Lines lines, JsonMapper json, CareLedgerProperties properties) {
        this.lines = lines;
        this.json = json;
        this.bodyBytes = properties.limits().connection().bodyBytes();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String id = RequestId.of(request.getHeader(RequestId.HEADER));
        Caller caller = new Caller();
        Exchange exchange = Exchange.begin(id, caller);
        Optional<Line> line = lines.open(caller);
        MDC.put(RequestId.KEY, id);
        try {
            request.setAttribute(RequestId.KEY, id);
            response.setHeader(RequestId.HEADER, id);
            Optional<HttpServletRequest> heard = WholeRequest.read(request, bodyBytes);
            if (heard.isEmpty()) {
                refuse(response, id);
                return;
            }
            line.ifPresent(Line::heard);
            chain.doFilter(heard.get(), response);
        } finally {
            line.ifPresent(Line::close);
            exchange.end();
            MDC.remove(RequestId.KEY);
        }
    }

    private void refuse(HttpServletResponse response, String id) throws IOException {
        response.setStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        response.setHeader(HttpHeaders.CONNECTION, "close");
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        Problem problem = Problem.of(
                ProblemCode.LIMIT_EXCEEDED,
                "The request's body is longer than the limit %s allows, %,d bytes."
                        .formatted(LimitName.BODY_BYTES, bodyBytes),
                "Ask for less at once; a document has room for lists of 200 ids. about.limits lists every limit.");
        response.getOutputStream().write(json.writeValueAsBytes(ErrorBody.of(problem, id)));
    }
}
