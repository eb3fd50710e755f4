package careledger.api.graphql;

import careledger.api.execution.KnownOperations;
import graphql.language.OperationDefinition;
import graphql.parser.Parser;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The worked questions are measured by their names. */
@Configuration(proxyBeanMethods = false)
class ExampleOperations {
    @Bean
    KnownOperations workedQuestions() {
        return new KnownOperations(ExampleQueries.all().stream()
                .flatMap(question ->
                        Parser.parse(question.query()).getDefinitionsOfType(OperationDefinition.class).stream())
                .map(OperationDefinition::getName)
                .filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableSet()));
    }
}
