package careledger.api.security;

import careledger.api.error.Problem;
import careledger.api.error.ProblemCode;
import graphql.execution.DataFetcherResult;
import graphql.execution.ResultPath;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLNamedType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Fields that not everybody may read. They answer null and an error to the others, who are answered all the rest. */
public final class Reserved {
    private Reserved() {}

    /** One error for all rows of an answer, at the first of them. */
    public static <T> DataFetcherResult<@Nullable T> to(Role role, @Nullable T value, DataFetchingEnvironment field) {
        Caller caller = field.getGraphQlContext().getOrDefault(Caller.KEY, new Caller(Optional.empty()));
        DataFetcherResult.Builder<@Nullable T> result = DataFetcherResult.newResult();
        if (caller.may(role)) {
            return result.data(value).build();
        }
        String name = ((GraphQLNamedType) field.getParentType()).getName() + "."
                + field.getField().getName();
        ResultPath here = field.getExecutionStepInfo().getPath();
        ResultPath first = field.getGraphQlContext().computeIfAbsent(name, unsaid -> here);
        return here.equals(first)
                ? result.error(forbidden(name, role).at(field)).build()
                : result.build();
    }

    private static Problem forbidden(String field, Role role) {
        String needed = role.name().toLowerCase(Locale.ROOT);
        return new Problem(
                ProblemCode.FORBIDDEN,
                field + " is answered to the role '" + needed + "' only, and is null here in every row.",
                List.of(),
                Optional.of("Ask with the key or token of one who has that role, or leave the field out."),
                List.of());
    }
}
