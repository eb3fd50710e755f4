package careledger.api.error;

import careledger.schema.text.Nearest;
import graphql.ErrorType;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.introspection.GoodFaithIntrospection.BadFaithIntrospectionError;
import graphql.validation.ValidationError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Gives the errors that are found before any field is asked (syntax, types, variables, size) a code as well. */
@Component
final class ResponseProblems implements WebGraphQlInterceptor {
    private static final Pattern ARGUMENT = Pattern.compile("argument '([^']+)'");
    private static final Pattern CANCELLED = Pattern.compile("(More than [^.]*)\\..*parsing has been cancelled");
    private static final Pattern VARIABLE = Pattern.compile("Variable '([^']+)'");

    private final ObjectProvider<GraphQlSource> source;

    /** @param source is created later than the code around its answers */
    ResponseProblems(ObjectProvider<GraphQlSource> source) {
        this.source = source;
    }

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        return chain.next(request)
                .map(response -> response.getErrors().stream()
                                .allMatch(error -> error.getExtensions().containsKey("code"))
                        ? response
                        : response.transform(
                                builder -> builder.errors(response.getExecutionResult().getErrors().stream()
                                        .map(error -> coded(error, request.getId()))
                                        .toList())));
    }

    private GraphQLError coded(GraphQLError error, String requestId) {
        if (error.getExtensions() != null && error.getExtensions().containsKey("code")) {
            return error;
        }
        Problem problem = problem(error, requestId);
        GraphqlErrorBuilder<?> coded = GraphqlErrorBuilder.newError()
                .message("%s", problem.message())
                .errorType(problem.code())
                .extensions(problem.extensions(requestId));
        if (error.getLocations() != null) {
            coded.locations(error.getLocations());
        }
        if (error.getPath() != null) {
            coded.path(error.getPath());
        }
        return coded.build();
    }

    private Problem problem(GraphQLError error, String requestId) {
        if (error instanceof BadFaithIntrospectionError) {
            return Problem.of(
                    ProblemCode.TOO_COMPLEX,
                    "The schema's description is asked for over and over: " + error.getMessage(),
                    "Ask for __schema once, without circles of types; the usual introspection query is answered.");
        }
        Matcher cancelled = CANCELLED.matcher(String.valueOf(error.getMessage()));
        if (cancelled.find()) {
            return Problem.of(
                    ProblemCode.TOO_COMPLEX,
                    "The document is too long: " + cancelled.group(1) + limit(cancelled.group(1)) + ".",
                    "Split it, or put lists of values into variables; about.limits lists every limit.");
        }
        if (error.getErrorType() == ErrorType.DataFetchingException) {
            return ThrownProblems.internal(requestId);
        }
        return new SchemaNames(source.getObject().schema())
                .in(error)
                .map(unknown -> unknown(error, unknown))
                .orElseGet(() -> new Problem(
                        ProblemCode.BAD_INPUT,
                        String.valueOf(error.getMessage()),
                        argument(error),
                        Optional.of("The schema says what each field and argument is; /graphiql shows it."),
                        List.of()));
    }

    private static Problem unknown(GraphQLError error, SchemaNames.Unknown unknown) {
        return new Problem(
                ProblemCode.BAD_INPUT,
                error.getMessage() + "." + Nearest.sentence(unknown.name(), unknown.known()),
                argument(error),
                Optional.of("'" + unknown.place() + "' has " + String.join(", ", unknown.known())
                        + "; /graphiql shows what each of them is."),
                Nearest.to(unknown.name(), unknown.known()));
    }

    private static String limit(String found) {
        if (found.contains("characters") || found.contains("whitespace")) {
            return ", and the limit is " + LimitName.CHARACTERS;
        }
        return found.contains("tokens") ? ", and the limit is " + LimitName.TOKENS : "";
    }

    private static List<Object> argument(GraphQLError error) {
        String message = String.valueOf(error.getMessage());
        List<Object> path = new ArrayList<>();
        Matcher variable = VARIABLE.matcher(message);
        Matcher argument = ARGUMENT.matcher(message);
        if (argument.find()) {
            if (error instanceof ValidationError invalid && invalid.getQueryPath() != null) {
                path.addAll(invalid.getQueryPath());
            }
            path.addAll(List.of((Object[]) argument.group(1).split("\\.")));
        } else if (variable.find()) {
            path.add("$" + variable.group(1));
        }
        return path;
    }
}
