package careledger.api.web;

import careledger.answers.serving.CancellationSignal;
import careledger.api.config.CareLedgerProperties;
import careledger.api.error.ErrorBody;
import careledger.api.error.LimitName;
import careledger.api.error.Problem;
import careledger.api.error.ProblemCode;
import careledger.api.error.RequestId;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Begins every request: gives it an id, reads its body whole while that is small enough, and watches its connection. A
 * body that is here already is read at once; one that arrives in pieces occupies no thread.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ApiRequestFilter extends OncePerRequestFilter {
    private static final String ARRIVED = "careledger.arrived";

    private final ClientConnections lines;
    private final JsonMapper json;
    private final UnfinishedBodies unfinished;
    private final int bodyBytes;
    private final long bodyMillis;

    ApiRequestFilter(
            ClientConnections lines, JsonMapper json, UnfinishedBodies unfinished, CareLedgerProperties properties) {
        this.lines = lines;
        this.json = json;
        this.unfinished = unfinished;
        this.bodyBytes = properties.limits().connection().bodyBytes();
        this.bodyMillis = properties.limits().connection().bodyTime().toMillis();
    }

    /** A request whose body has arrived in pieces. */
    private record Arrived(RequestContext context, BodyArrival arrival) {}

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getAttribute(ARRIVED) instanceof Arrived arrived) {
            request.removeAttribute(ARRIVED);
            arrived.context.enter();
            work(
                    arrived.context,
                    request,
                    () -> pass(arrived.context, new BufferedRequest(request, arrived.arrival.body()), response, chain));
            return;
        }
        CancellationSignal caller = new CancellationSignal();
        caller.identify(request.getRemoteAddr());
        String id = RequestId.of(request.getHeader(RequestId.HEADER));
        RequestContext context = RequestContext.begin(id, caller, lines.open(caller));
        work(context, request, () -> {
            request.setAttribute(RequestId.KEY, id);
            response.setHeader(RequestId.HEADER, id);
            if (readable(request)) {
                receive(context, request, response, chain);
            } else if (String.valueOf(request.getHeader(HttpHeaders.ACCEPT)).contains(MediaType.TEXT_HTML_VALUE)) {
                response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            } else {
                refuse(request, response, HttpServletResponse.SC_BAD_REQUEST, unreadableAddress());
            }
        });
    }

    /** Whether the parameters in the address of a GET can be read. */
    private static boolean readable(HttpServletRequest request) {
        if (BufferedRequest.hasBody(request)) {
            return true;
        }
        try {
            request.getParameterMap();
            return true;
        } catch (InvalidParameterException e) {
            return false;
        }
    }

    /** What is done for an context in this thread. */
    private interface Work {
        void done() throws ServletException, IOException;
    }

    private static void work(RequestContext context, HttpServletRequest request, Work work)
            throws ServletException, IOException {
        try {
            work.done();
        } finally {
            context.leave();
            if (!request.isAsyncStarted()) {
                context.end();
            }
        }
    }

    private void receive(
            RequestContext context, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long length = request.getContentLengthLong();
        if (!BufferedRequest.hasBody(request)) {
            pass(context, request, response, chain);
        } else if (length > bodyBytes) {
            refuse(request, response, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, tooLong());
        } else if (length > 0 && request.getInputStream().available() >= length) {
            byte[] body = request.getInputStream().readNBytes((int) length);
            pass(context, new BufferedRequest(request, body), response, chain);
        } else {
            await(context, length < 0 ? bodyBytes : (int) length, request, response);
        }
    }

    private void pass(
            RequestContext context, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        context.heard();
        chain.doFilter(request, response);
        if (request.isAsyncStarted()) {
            request.getAsyncContext().addListener(new EndOfContext(context));
        }
    }

    private void await(RequestContext context, int bytes, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Optional<UnfinishedBodies.Place> place = unfinished.enter(request.getRemoteAddr(), bytes, context::cut);
        if (place.isEmpty()) {
            refuse(request, response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, tooManyArriving());
            return;
        }
        AsyncContext async = request.startAsync();
        BodyArrival arrival = new BodyArrival(async, request.getInputStream(), bodyBytes, (body, outcome) -> {
            place.get().close();
            if (outcome == BodyArrival.Outcome.WHOLE) {
                request.setAttribute(ARRIVED, new Arrived(context, body));
                async.dispatch();
            } else {
                giveUp(context, outcome, async, request, response);
            }
        });
        arrival.start(bodyMillis);
    }

    private void giveUp(
            RequestContext context,
            BodyArrival.Outcome outcome,
            AsyncContext async,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            if (outcome == BodyArrival.Outcome.TOO_LONG) {
                refuse(request, response, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, tooLong());
            } else if (outcome == BodyArrival.Outcome.TOO_SLOW) {
                refuse(request, response, HttpServletResponse.SC_REQUEST_TIMEOUT, tooSlow());
            }
            async.complete();
        } catch (IOException | IllegalStateException e) {
            context.cut();
        } finally {
            context.end();
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

    private Problem tooSlow() {
        return Problem.of(
                ProblemCode.TIMEOUT,
                "The request's body did not arrive within %,d ms.".formatted(bodyMillis),
                "Send the whole body at once.");
    }

    private static Problem unreadableAddress() {
        return Problem.of(
                ProblemCode.BAD_INPUT,
                "The parameters of the address cannot be read: a '%' escape is not valid UTF-8, or there are more than"
                        + " 1,000.",
                "Escape each value as UTF-8, as in %C3%A9 for é.");
    }

    private static Problem tooManyArriving() {
        return Problem.of(
                ProblemCode.OVERLOADED,
                "Too many request bodies are still arriving.",
                "Try again in a moment, and send the whole body at once.");
    }
}
