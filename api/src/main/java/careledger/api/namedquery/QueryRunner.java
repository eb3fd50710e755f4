package careledger.api.namedquery;

import careledger.api.error.ApiException;
import careledger.api.error.RequestId;
import careledger.api.execution.RequestRelease;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.support.DefaultGraphQlRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;

/** Runs documents as POST /graphql does, on one release that is held for several of them. */
@Component
final class QueryRunner {
    private final WebGraphQlHandler graphQl;

    QueryRunner(WebGraphQlHandler graphQl) {
        this.graphQl = graphQl;
    }

    /**
     * @return the answer as GraphQL writes it: data, extensions
     * @throws ApiException with the answer's errors, if it has any
     */
    Map<String, @Nullable Object> run(
            String document,
            NamedQuery query,
            Map<String, Object> variables,
            RequestRelease release,
            HttpServletRequest request) {
        ServletServerHttpRequest http = new ServletServerHttpRequest(request);
        WebGraphQlRequest asked = new WebGraphQlRequest(
                address(http),
                HttpHeaders.readOnlyHttpHeaders(http.getHeaders()),
                new LinkedMultiValueMap<>(),
                new InetSocketAddress(request.getRemoteAddr(), request.getRemotePort()),
                Map.of(RequestRelease.KEY, release),
                new DefaultGraphQlRequest(document, query.operation(), variables, Map.of()),
                RequestId.given(request),
                request.getLocale());
        return answer(graphQl.handleRequest(asked).blockOptional().orElseThrow().toMap());
    }

    /** Without the parameters, which may hold a key. */
    private static URI address(ServletServerHttpRequest http) {
        return URI.create(http.getServletRequest().getRequestURI());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, @Nullable Object> answer(Map<String, Object> response) {
        if (response.get("errors") instanceof List<?> errors && !errors.isEmpty()) {
            throw ApiException.answered((List<Map<String, Object>>) errors);
        }
        return new LinkedHashMap<>(response);
    }
}
