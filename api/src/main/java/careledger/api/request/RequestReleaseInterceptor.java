package careledger.api.request;

import careledger.warehouse.serving.Warehouse;
import java.util.Map;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Lends a request its release, and gives it back when the request has been answered. */
@Component
final class RequestReleaseInterceptor implements WebGraphQlInterceptor {
    private final Warehouse warehouse;
    private final Catalogues catalogues;

    RequestReleaseInterceptor(Warehouse warehouse, Catalogues catalogues) {
        this.warehouse = warehouse;
        this.catalogues = catalogues;
    }

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        RequestRelease release = new RequestRelease(warehouse, catalogues, Spending.of(request.getAttributes()));
        request.configureExecutionInput((input, builder) ->
                builder.graphQLContext(Map.of(RequestRelease.KEY, release)).build());
        return chain.next(request).doFinally(end -> release.close());
    }
}
