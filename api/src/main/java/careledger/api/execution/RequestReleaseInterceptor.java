package careledger.api.execution;

import careledger.schema.catalogue.ReplacedId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Lends a request its release, and gives it back when the request has been answered. A request that brings a release
 * among its attributes is one of several that are answered from it; its holder gives it back.
 */
@Component
final class RequestReleaseInterceptor implements WebGraphQlInterceptor {
    private final RequestReleases releases;

    RequestReleaseInterceptor(RequestReleases releases) {
        this.releases = releases;
    }

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        if (request.getAttributes().get(RequestRelease.KEY) instanceof RequestRelease held) {
            return answer(request, chain, held);
        }
        RequestRelease release = releases.take(QueryTime.of(request.getAttributes()::get));
        return answer(request, chain, release).doFinally(end -> release.close());
    }

    private static Mono<WebGraphQlResponse> answer(WebGraphQlRequest request, Chain chain, RequestRelease release) {
        request.configureExecutionInput((input, builder) ->
                builder.graphQLContext(Map.of(RequestRelease.KEY, release)).build());
        return chain.next(request).map(response -> noted(response, release.replacedIds()));
    }

    private static WebGraphQlResponse noted(WebGraphQlResponse response, List<ReplacedId> replaced) {
        if (replaced.isEmpty()) {
            return response;
        }
        Map<Object, Object> extensions = new LinkedHashMap<>(response.getExtensions());
        extensions.put(
                "replacedIds",
                replaced.stream()
                        .map(one -> Map.of(
                                "kind", one.kind().name(),
                                "asked", one.former(),
                                "answered", one.now(),
                                "message", one.sentence()))
                        .toList());
        return response.transform(builder -> builder.extensions(extensions));
    }
}
