package careledger.api.graphql;

import graphql.schema.GraphQLScalarType;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;

/** Serves the contract. */
@Configuration(proxyBeanMethods = false)
class ContractConfiguration {
    @Bean
    GraphQlSourceBuilderCustomizer servedSchema() {
        byte[] schema = ServedContract.text().getBytes(StandardCharsets.UTF_8);
        return builder -> builder.schemaResources(new ByteArrayResource(schema, "the served part of schema.graphqls"));
    }

    @Bean
    RuntimeWiringConfigurer scalars() {
        return wiring -> wiring.scalar(GraphQLScalarType.newScalar()
                        .name("Date")
                        .description("A day, as in 2020-03-31.")
                        .coercing(new DateCoercing())
                        .build())
                .scalar(GraphQLScalarType.newScalar()
                        .name("DateTime")
                        .description("A moment in UTC, as in 2026-01-31T09:30:00Z.")
                        .coercing(new DateTimeCoercing())
                        .build());
    }
}
