package careledger.api.graphql;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.execution.DataFetcherExceptionResolver;

/** Lets questions be answered by {@link FlatRowStrategy}. */
@Configuration(proxyBeanMethods = false)
class FlatRowConfiguration {
    @Bean
    GraphQlSourceBuilderCustomizer flatRows(ObjectProvider<DataFetcherExceptionResolver> resolvers) {
        return builder -> builder.configureGraphQl(graphQl ->
                graphQl.queryExecutionStrategy(new FlatRowStrategy(DataFetcherExceptionResolver.createExceptionHandler(
                        resolvers.orderedStream().toList()))));
    }
}
