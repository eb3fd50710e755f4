package careledger.api.security;

import java.util.Map;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Passes the caller to the fields of a request. */
@Component
final class CallerInterceptor implements WebGraphQlInterceptor {
    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        Caller caller = Caller.current();
        request.configureExecutionInput((input, builder) ->
                builder.graphQLContext(Map.of(Caller.KEY, caller)).build());
        return chain.next(request);
    }
}
