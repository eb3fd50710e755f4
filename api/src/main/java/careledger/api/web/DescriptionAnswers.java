package careledger.api.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.ExecutionResult;
import graphql.language.Field;
import graphql.language.OperationDefinition;
import graphql.parser.Parser;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.support.DefaultExecutionGraphQlResponse;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Caches introspection results: tools request them at every start, and they never change while the service runs. */
@Component
final class DescriptionAnswers implements WebGraphQlInterceptor, Ordered {
    private static final int KEPT = 50;

    private final Cache<Asked, ExecutionResult> kept =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    private record Asked(String document, @Nullable String operation, Map<String, Object> variables) {}

    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        if (!request.getDocument().contains("__schema")) {
            return chain.next(request);
        }
        Asked asked = new Asked(request.getDocument(), request.getOperationName(), request.getVariables());
        ExecutionResult found = kept.getIfPresent(asked);
        if (found != null) {
            return Mono.just(
                    new WebGraphQlResponse(new DefaultExecutionGraphQlResponse(request.toExecutionInput(), found)));
        }
        return chain.next(request).doOnNext(answer -> {
            if (answer.getErrors().isEmpty() && onlyDescribes(request.getDocument())) {
                kept.put(asked, answer.getExecutionResult());
            }
        });
    }

    private static boolean onlyDescribes(String document) {
        return Parser.parse(document).getDefinitionsOfType(OperationDefinition.class).stream()
                .flatMap(operation -> operation.getSelectionSet().getSelections().stream())
                .allMatch(selection ->
                        selection instanceof Field field && field.getName().startsWith("__"));
    }
}
