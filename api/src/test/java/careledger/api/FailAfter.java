package careledger.api;

import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Breaks the service after so many questions, to see what is left of an answer that had begun. */
@Component
@ConditionalOnProperty("fault.after")
final class FailAfter implements WebGraphQlInterceptor {
    private final AtomicInteger left;

    FailAfter(@Value("${fault.after}") int questions) {
        this.left = new AtomicInteger(questions);
    }

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        return left.getAndDecrement() > 0 ? chain.next(request) : Mono.error(new IllegalStateException("a fault"));
    }
}
