package careledger.api.error;

import graphql.GraphQLError;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import org.springframework.graphql.execution.DataFetcherExceptionResolver;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Says in words what kept a field from being answered. */
@Component
final class ProblemResolver implements DataFetcherExceptionResolver {
    @Override
    public Mono<List<GraphQLError>> resolveException(Throwable thrown, DataFetchingEnvironment field) {
        String place = String.valueOf(field.getExecutionStepInfo().getPath());
        return Mono.just(ThrownProblems.of(thrown, field.getExecutionId().toString(), place).stream()
                .map(problem -> problem.at(field))
                .toList());
    }
}
