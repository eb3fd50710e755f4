package careledger.api.execution;

import careledger.api.web.RequestContext;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Locale;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Measures questions by their operation: how long, how much, from where, and how they ended. */
@Component
final class RequestMeters implements WebGraphQlInterceptor, Ordered {
    private static final String OPERATION = "operation";

    private final MeterRegistry registry;
    private final OperationLabels labels;

    RequestMeters(MeterRegistry registry, OperationLabels labels) {
        this.registry = registry;
        this.labels = labels;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        String operation = labels.of(request.getOperationName(), request.getDocument());
        Counts before = Counts.now();
        Timer.Sample started = Timer.start(registry);
        return chain.next(request).doOnNext(answer -> {
            started.stop(Timer.builder("careledger.request")
                    .description("questions answered, by operation and outcome")
                    .tags(OPERATION, operation, "outcome", outcome(answer))
                    .publishPercentileHistogram()
                    .register(registry));
            measure(operation, before, answer);
        });
    }

    private void measure(String operation, Counts before, WebGraphQlResponse answer) {
        Counts now = Counts.now();
        summary("careledger.request.rows", "rows of the answers", operation).record(now.rows - before.rows);
        Long cost = answer.getExecutionInput().getGraphQLContext().get(RequestCost.KEY);
        if (cost != null) {
            summary("careledger.request.cost", "rows asked for times fields of each", operation)
                    .record(cost);
        }
        count(operation, "kept", now.kept - before.kept);
        count(operation, "made", now.made - before.made);
    }

    private DistributionSummary summary(String name, String description, String operation) {
        return DistributionSummary.builder(name)
                .description(description)
                .tag(OPERATION, operation)
                .register(registry);
    }

    private void count(String operation, String from, int answers) {
        registry.counter("careledger.answers", OPERATION, operation, "from", from)
                .increment(answers);
    }

    /** The first error's code, from the closed list; otherwise ok. Who hangs up is no failure of the service. */
    private static String outcome(WebGraphQlResponse answer) {
        if (!answer.getErrors().isEmpty()
                && RequestContext.current().filter(RequestContext::hungUp).isPresent()) {
            return "hung_up";
        }
        return answer.getErrors().stream()
                .map(error -> error.getExtensions().get("code"))
                .findFirst()
                .map(code -> String.valueOf(code).toLowerCase(Locale.ROOT))
                .orElse("ok");
    }

    /** An context may hold several questions; each is measured by what it added. */
    private record Counts(int rows, int kept, int made) {
        static Counts now() {
            Optional<RequestContext> context = RequestContext.current();
            return new Counts(
                    context.map(RequestContext::rows).orElse(0),
                    context.map(RequestContext::kept).orElse(0),
                    context.map(RequestContext::made).orElse(0));
        }
    }
}
