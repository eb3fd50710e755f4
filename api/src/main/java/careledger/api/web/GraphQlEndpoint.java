package careledger.api.web;

import careledger.answers.serving.OverloadedException;
import careledger.api.error.ErrorBody;
import careledger.api.error.Problem;
import careledger.api.error.ProblemCode;
import careledger.api.error.RequestId;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.graphql.GraphQlRequest;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.databind.json.JsonMapper;

/** GraphQL over HTTP, as its draft has it; where the draft leaves a choice, docs/decisions says which was taken. */
@Component
final class GraphQlEndpoint {
    private static final String RETRY_SECONDS = "1";

    private final WebGraphQlHandler handler;
    private final GraphQlRequestReader reader;
    private final JsonMapper json;
    private final Spool spool;

    GraphQlEndpoint(WebGraphQlHandler handler, GraphQlRequestReader reader, JsonMapper json, Spool spool) {
        this.handler = handler;
        this.reader = reader;
        this.json = json;
        this.spool = spool;
    }

    ServerResponse post(ServerRequest request) throws IOException {
        try {
            GraphQlRequestReader.checkContentType(request.headers().firstHeader(HttpHeaders.CONTENT_TYPE));
            return answer(
                    request,
                    reader.body(request.servletRequest().getInputStream().readAllBytes()));
        } catch (InvalidRequestException e) {
            return refuse(request, e);
        }
    }

    ServerResponse get(ServerRequest request) {
        try {
            return answer(request, reader.parameters(request.params()));
        } catch (InvalidRequestException e) {
            return refuse(request, e);
        }
    }

    ServerResponse anyOtherMethod(ServerRequest request) {
        return refuse(
                request,
                new InvalidRequestException(
                        HttpStatus.METHOD_NOT_ALLOWED,
                        request.method() + " is not answered here.",
                        "Questions go to POST /graphql as JSON, or to GET with ?query=."));
    }

    private ServerResponse answer(ServerRequest request, GraphQlRequest question) {
        WebGraphQlRequest asked = new WebGraphQlRequest(
                request.uri(),
                request.headers().asHttpHeaders(),
                new LinkedMultiValueMap<>(),
                request.remoteAddress().orElse(null),
                request.attributes(),
                question,
                id(request),
                Locale.ENGLISH);
        return respond(request, handler.handleRequest(asked).blockOptional().orElseThrow());
    }

    private ServerResponse respond(ServerRequest request, WebGraphQlResponse answer) {
        MediaType type = AnswerType.wanted(request);
        Map<String, Object> body = new LinkedHashMap<>(answer.toMap());
        HttpStatus status = AnswerStatus.of(
                answer.getErrors(), answered(body), body.containsKey("data"), AnswerType.statusTells(type));
        if (status.isError()) {
            body.remove("data");
        }
        AnswerParts written;
        try {
            written = JsonBody.of(body, Encoding.PLAIN, json, spool);
        } catch (OverloadedException full) {
            return refuse(
                    request,
                    HttpStatus.SERVICE_UNAVAILABLE,
                    Problem.of(ProblemCode.OVERLOADED, String.valueOf(full.getMessage()), "Try again in a moment."));
        } finally {
            RequestContext.current().ifPresent(RequestContext::produced);
        }
        return builder(status, type)
                .headers(headers -> headers.putAll(answer.getResponseHeaders()))
                .build((servletRequest, servletResponse) -> {
                    AnswerSender.send(written, servletRequest, servletResponse);
                    return null;
                });
    }

    /** Whether there is an answer: a root field without errors, or with something in it beside them. */
    private static boolean answered(Map<String, Object> body) {
        return body.get("data") instanceof Map<?, ?> data
                && (!body.containsKey("errors") || data.values().stream().anyMatch(Objects::nonNull));
    }

    private static ServerResponse refuse(ServerRequest request, InvalidRequestException refused) {
        return refuse(request, refused.status(), refused.problem());
    }

    private static ServerResponse refuse(ServerRequest request, HttpStatus status, Problem problem) {
        return builder(status, AnswerType.wanted(request)).body(ErrorBody.of(problem, id(request)));
    }

    private static ServerResponse.BodyBuilder builder(HttpStatus status, MediaType type) {
        ServerResponse.BodyBuilder builder = ServerResponse.status(status).contentType(type);
        switch (status) {
            case SERVICE_UNAVAILABLE -> builder.header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
            case METHOD_NOT_ALLOWED -> builder.allow(HttpMethod.POST, HttpMethod.GET);
            case UNSUPPORTED_MEDIA_TYPE -> builder.header(HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON_VALUE);
            default -> {}
        }
        return builder;
    }

    private static String id(ServerRequest request) {
        return request.attribute(RequestId.KEY).map(Object::toString).orElseGet(() -> RequestId.of(null));
    }
}
