package careledger.api.graphql;

import graphql.execution.DataFetcherResult;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationFieldFetchParameters;
import graphql.introspection.Introspection;
import graphql.schema.DataFetcher;
import graphql.schema.GraphQLDirective;
import graphql.schema.GraphQLTypeUtil;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lets introspection list the directives that do something: the library adds others to every schema. */
@Component
final class WorkingDirectives extends SimplePerformantInstrumentation {
    private static final Set<String> WITHOUT_EFFECT = Set.of("defer", "experimental_disableErrorPropagation");

    @Override
    public DataFetcher<?> instrumentDataFetcher(
            DataFetcher<?> fetcher,
            InstrumentationFieldFetchParameters parameters,
            @Nullable InstrumentationState state) {
        boolean listed =
                GraphQLTypeUtil.unwrapAll(parameters.getEnvironment().getParentType()) == Introspection.__Schema
                        && parameters.getField().getName().equals("directives");
        return listed ? field -> working(fetcher.get(field)) : fetcher;
    }

    private static @Nullable Object working(@Nullable Object fetched) {
        if (fetched instanceof DataFetcherResult<?> result) {
            return DataFetcherResult.newResult()
                    .data(working(result.getData()))
                    .errors(result.getErrors())
                    .build();
        }
        return fetched instanceof List<?> directives
                ? directives.stream()
                        .filter(one -> !(one instanceof GraphQLDirective directive)
                                || !WITHOUT_EFFECT.contains(directive.getName()))
                        .toList()
                : fetched;
    }
}
