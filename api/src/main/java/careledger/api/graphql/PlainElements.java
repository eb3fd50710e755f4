package careledger.api.graphql;

import graphql.Scalars;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLOutputType;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Lists whose elements are written as they are: texts, and numbers that JSON can write. */
final class PlainElements {
    private PlainElements() {}

    /** Whether all elements are of the kind that the type says, and none is missing where it must not be. */
    static boolean are(GraphQLOutputType type, Iterable<? extends @Nullable Object> elements) {
        if (!(type instanceof GraphQLList list)) {
            return false;
        }
        GraphQLType element = list.getWrappedType();
        boolean mayBeMissing = GraphQLTypeUtil.isNullable(element);
        Predicate<Object> plain = plain(GraphQLTypeUtil.unwrapNonNull(element));
        for (Object each : elements) {
            if (each == null ? !mayBeMissing : !plain.test(each)) {
                return false;
            }
        }
        return true;
    }

    private static Predicate<Object> plain(GraphQLType type) {
        if (type == Scalars.GraphQLString || type == Scalars.GraphQLID) {
            return String.class::isInstance;
        }
        if (type == Scalars.GraphQLFloat) {
            return element -> element instanceof Double number && Double.isFinite(number);
        }
        return element -> false;
    }
}
