package careledger.api.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.Scalars;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLOutputType;
import graphql.schema.GraphQLType;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PlainElementsTest {
    private static final GraphQLType TEXT = GraphQLNonNull.nonNull(Scalars.GraphQLString);

    static Stream<Arguments> lists() {
        return Stream.of(
                Arguments.of(TEXT, List.of("a", "b"), true),
                Arguments.of(TEXT, List.of(), true),
                Arguments.of(TEXT, List.of("a", 1), false),
                Arguments.of(TEXT, Arrays.asList("a", null), false),
                Arguments.of(Scalars.GraphQLString, Arrays.asList("a", null), true),
                Arguments.of(GraphQLNonNull.nonNull(Scalars.GraphQLID), List.of("id"), true),
                Arguments.of(Scalars.GraphQLFloat, Arrays.asList(1.5, null), true),
                Arguments.of(Scalars.GraphQLFloat, List.of(Double.NaN), false),
                Arguments.of(Scalars.GraphQLFloat, List.of(1), false),
                Arguments.of(Scalars.GraphQLInt, List.of(1), false));
    }

    /** The general way says what is wrong with the others, or turns them into what the type says. */
    @ParameterizedTest
    @MethodSource("lists")
    void onlyWhatNeedsNoChangeIsWrittenAsItIs(
            GraphQLType element, List<? extends @Nullable Object> elements, boolean plain) {
        GraphQLOutputType type = GraphQLList.list(element);

        assertThat(PlainElements.are(type, elements)).isEqualTo(plain);
    }
}
