package careledger.api.graphql;

import careledger.answers.query.ArgumentPath;
import careledger.api.execution.RequestRelease;
import graphql.execution.ExecutionStepInfo;
import graphql.schema.DataFetchingEnvironment;
import java.util.Optional;
import org.springframework.core.MethodParameter;
import org.springframework.graphql.data.method.HandlerMethodArgumentResolver;
import org.springframework.stereotype.Component;

/**
 * The release that a field is answered from: the one that the argument {@code release} of its root field names, otherwise
 * that of the request.
 */
@Component
final class ReleaseArgument implements HandlerMethodArgumentResolver {
    static final String NAME = "release";

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == RequestRelease.class;
    }

    @Override
    public Object resolveArgument(MethodParameter parameter, DataFetchingEnvironment field) {
        RequestRelease ofRequest = field.getGraphQlContext().get(RequestRelease.KEY);
        ExecutionStepInfo root = root(field.getExecutionStepInfo());
        return named(root)
                .map(id -> ofRequest.at(id, ArgumentPath.of(root.getField().getName(), NAME)))
                .orElse(ofRequest);
    }

    /** The id in the argument; empty where the field has no such argument, or it is null. */
    static Optional<String> named(ExecutionStepInfo root) {
        return Optional.ofNullable(root.getArguments().get(NAME)).map(Object::toString);
    }

    /** The root field above a field, or the field itself. */
    static ExecutionStepInfo root(ExecutionStepInfo step) {
        ExecutionStepInfo root = step;
        while (root.hasParent() && root.getParent().hasParent()) {
            root = root.getParent();
        }
        return root;
    }
}
