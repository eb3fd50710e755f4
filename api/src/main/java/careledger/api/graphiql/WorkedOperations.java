package careledger.api.graphiql;

import careledger.api.metric.KnownOperations;
import graphql.language.OperationDefinition;
import graphql.parser.Parser;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The worked questions are measured by their names. */
@Configuration(proxyBeanMethods = false)
class WorkedOperations {
    @Bean
    KnownOperations workedQuestions() {
        return new KnownOperations(WorkedQuestions.all().stream()
                .flatMap(question ->
                        Parser.parse(question.query()).getDefinitionsOfType(OperationDefinition.class).stream())
                .map(OperationDefinition::getName)
                .filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableSet()));
    }
}
