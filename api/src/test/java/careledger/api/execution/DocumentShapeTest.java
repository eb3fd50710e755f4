package careledger.api.execution;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.parser.Parser;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentShapeTest {
    private static DocumentShape of(String document) {
        return DocumentShape.of(Parser.parse(document));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ a }                                                   | 1 | 1 | 0 | 1 | 0 | 0",
                "{ a { b { c } } }                                       | 3 | 3 | 0 | 1 | 0 | 0",
                "{ x: a y: a a }                                         | 1 | 3 | 2 | 3 | 0 | 0",
                "{ a a a { b } }                                         | 2 | 4 | 0 | 3 | 2 | 0",
                "{ a @skip(if: true) ... @include(if: true) { b } }      | 1 | 2 | 0 | 2 | 0 | 2",
                "{ ...f ...f } fragment f on Query { a { b } }           | 2 | 4 | 0 | 2 | 0 | 0",
                "query one { a } query two { a { b } c d }               | 2 | 4 | 0 | 3 | 0 | 0",
                "{ __schema { types { name } } }                         | 1 | 3 | 0 | 1 | 0 | 0",
            })
    void isReadFromTheText(
            String document, int depth, long fields, long aliases, long width, int duplicates, int directives) {
        assertThat(of(document))
                .isEqualTo(new DocumentShape(
                        new DocumentShape.Extent(depth, fields, aliases, width), duplicates, directives));
    }

    /** Twenty fragments that each use the next ten times: a hundred million million million fields. */
    @Test
    void fragmentsWithinFragmentsAreCountedWithoutBeingUnfolded() {
        String document = "{ ...f0 }"
                + IntStream.range(0, 20)
                        .mapToObj(i -> " fragment f" + i + " on Query { " + ("...f" + (i + 1) + " ").repeat(10) + "}")
                        .collect(Collectors.joining())
                + " fragment f20 on Query { a }";

        assertThat(of(document).whole().fields()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void aFragmentThatHoldsItselfEnds() {
        assertThat(of("{ ...f } fragment f on Query { a ...f }").whole().fields())
                .isEqualTo(1);
    }
}
