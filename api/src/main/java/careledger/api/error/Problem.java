package careledger.api.error;

import careledger.answers.query.InvalidArgument;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.schema.DataFetchingEnvironment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is wrong, as a caller sees it.
 *
 * @param argument path of the argument, empty where no argument is to blame
 * @param hint what to do about it
 * @param nearest known ids near to an unknown one
 */
public record Problem(
        ProblemCode code, String message, List<Object> argument, Optional<String> hint, List<String> nearest) {
    /** Characters of a message, which may repeat what the caller wrote. */
    private static final int MOST = 800;

    public Problem {
        message = message.length() > MOST ? message.substring(0, MOST) + "…" : message;
        argument = List.copyOf(argument);
        nearest = List.copyOf(nearest);
    }

    public static Problem of(ProblemCode code, String message, String hint) {
        return new Problem(code, message, List.of(), Optional.of(hint), List.of());
    }

    /** Files on the server are not what was published; which ones is for the log. */
    public static Problem damaged() {
        return of(
                ProblemCode.DAMAGED,
                "Files of this release are damaged on the server, so nothing is answered from them.",
                "Other releases are not affected. The operator of the service can see the damage with"
                        + " './careledger doctor'.");
    }

    public static Problem of(InvalidArgument refusal) {
        return new Problem(
                ProblemCode.valueOf(refusal.code().name()),
                refusal.message(),
                refusal.argument().path(),
                refusal.hint(),
                refusal.nearest());
    }

    public GraphQLError at(DataFetchingEnvironment field) {
        return GraphqlErrorBuilder.newError(field)
                .errorType(code)
                .message("%s", message)
                .extensions(extensions(field.getExecutionId().toString()))
                .build();
    }

    /** An error of the whole document, not of one of its fields. */
    public GraphQLError error(String requestId) {
        return GraphqlErrorBuilder.newError()
                .errorType(code)
                .message("%s", message)
                .extensions(extensions(requestId))
                .build();
    }

    /** The fields next to the message. */
    Map<String, Object> extensions(String requestId) {
        Map<String, Object> extensions = new LinkedHashMap<>();
        extensions.put("code", code.name());
        if (!argument.isEmpty()) {
            extensions.put("argument", argument);
        }
        hint.ifPresent(text -> extensions.put("hint", text));
        if (code == ProblemCode.UNKNOWN_ID || !nearest.isEmpty()) {
            extensions.put("nearest", nearest);
        }
        extensions.put("requestId", requestId);
        return extensions;
    }
}
