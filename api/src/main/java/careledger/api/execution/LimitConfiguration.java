package careledger.api.execution;

import careledger.api.config.CareLedgerProperties;
import careledger.api.config.DocumentLimits;
import graphql.parser.ParserOptions;
import java.util.Map;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.server.WebGraphQlInterceptor;

/** Reads documents within their limits. */
@Configuration(proxyBeanMethods = false)
class LimitConfiguration {
    @Bean
    GraphQlSourceBuilderCustomizer parsedDocuments() {
        return builder -> builder.configureGraphQl(graphQl -> graphQl.preparsedDocumentProvider(new ParsedDocuments()));
    }

    @Bean
    WebGraphQlInterceptor parserLimits(CareLedgerProperties properties) {
        ParserOptions options = options(properties.limits().document());
        return (request, chain) -> {
            request.configureExecutionInput((input, builder) ->
                    builder.graphQLContext(Map.of(ParserOptions.class, options)).build());
            return chain.next(request);
        };
    }

    static ParserOptions options(DocumentLimits limits) {
        return ParserOptions.getDefaultOperationParserOptions()
                .transform(options -> options.maxCharacters(limits.characters())
                        .maxTokens(limits.tokens())
                        .maxWhitespaceTokens(limits.characters()));
    }
}
