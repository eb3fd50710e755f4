package careledger.api.namedquery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import careledger.answers.query.InvalidQueryException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ValueListTest {
    @Test
    void valuesAreRepeatedOrSeparatedByCommas() {
        assertThat(of("a,b", "c")).containsExactly("a", "b", "c");
        assertThat(of(" a , b ")).containsExactly("a", "b");
        assertThat(of("a,,b")).containsExactly("a", "", "b");
        assertThat(of("")).containsExactly("");
    }

    @Test
    void quotedValueHoldsCommasAndQuotes() {
        assertThat(of("\"Bristol, City of\",E10000018")).containsExactly("Bristol, City of", "E10000018");
        assertThat(of("\"said \"\"so\"\"\"")).containsExactly("said \"so\"");
        assertThat(of("x, \"a,b\" ,c")).containsExactly("x", "a,b", "c");
    }

    @Test
    void quoteWithinAValueIsItself() {
        assertThat(of("5\" pipe,b")).containsExactly("5\" pipe", "b");
    }

    @Test
    void openQuoteIsRefused() {
        assertThatThrownBy(() -> of("\"Bristol, City of")).isInstanceOf(InvalidQueryException.class);
    }

    private static List<String> of(String... texts) {
        return ValueList.of("areas", List.of(texts));
    }
}
