package careledger.api.graphql;

import graphql.language.AstPrinter;
import graphql.language.AstTransformer;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.Node;
import graphql.language.NodeVisitorStub;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.util.TraversalControl;
import graphql.util.TraverserContext;
import graphql.util.TreeTransformerUtil;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Answers the introspection of clients from before 2018, which know three fields of a directive that have become its
 * locations. The library has them no more: the locations are fetched under their names, and the answer says what they mean.
 */
@Component
final class OldIntrospection implements WebGraphQlInterceptor, Ordered {
    private static final Map<String, List<String>> LOCATIONS = Map.of(
            "onOperation", List.of("QUERY", "MUTATION", "SUBSCRIPTION"),
            "onFragment", List.of("FRAGMENT_SPREAD", "INLINE_FRAGMENT", "FRAGMENT_DEFINITION"),
            "onField", List.of("FIELD"));

    /** Before the interceptor that keeps answers about the contract. */
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE - 1;
    }

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        String document = request.getDocument();
        if (!document.contains("__schema") || LOCATIONS.keySet().stream().noneMatch(document::contains)) {
            return chain.next(request);
        }
        String today;
        try {
            today = AstPrinter.printAst(
                    (Document) new AstTransformer().transform(Parser.parse(document), new ByLocations()));
        } catch (InvalidSyntaxException e) {
            return chain.next(request);
        }
        request.configureExecutionInput((input, builder) -> builder.query(today).build());
        return chain.next(request)
                .map(answer -> answer.getData() == null
                        ? answer
                        : answer.transform(
                                builder -> builder.data(Objects.requireNonNull(withMeaning(answer.getData())))));
    }

    /** Lists of locations under one of the three names become whether the name holds. */
    private static @Nullable Object withMeaning(@Nullable Object data) {
        if (data instanceof List<?> list) {
            return list.stream().map(OldIntrospection::withMeaning).toList();
        }
        if (!(data instanceof Map<?, ?> map)) {
            return data;
        }
        Map<Object, @Nullable Object> meant = new LinkedHashMap<>();
        map.forEach((name, value) -> meant.put(
                name,
                LOCATIONS.containsKey(String.valueOf(name)) && value instanceof List<?> locations
                        ? !Collections.disjoint(
                                locations.stream().map(String::valueOf).toList(),
                                Objects.requireNonNull(LOCATIONS.get(String.valueOf(name))))
                        : withMeaning(value)));
        return meant;
    }

    private static final class ByLocations extends NodeVisitorStub {
        @Override
        @SuppressWarnings("rawtypes")
        public TraversalControl visitField(Field field, TraverserContext<Node> context) {
            return LOCATIONS.containsKey(field.getName())
                    ? TreeTransformerUtil.changeNode(context, field.transform(builder -> builder.alias(field.getName())
                            .name("locations")))
                    : TraversalControl.CONTINUE;
        }
    }
}
