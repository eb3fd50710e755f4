package careledger.answers.revision;

import static org.assertj.core.api.Assertions.assertThat;

import careledger.answers.revision.RoundingRule.Print;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class RoundingRuleTest {
    @Test
    void coarserPrintOfAnotherFigureSaysWhatRoundingWouldGive() {
        assertThat(new RoundingRule(print("10.6", 1), print("9", 0)).describe())
                .isEqualTo("10.6% with no decimals is 11, not 9%: another figure, not the same one printed more"
                        + " coarsely.");
    }

    @Test
    void figureCutOffInsteadOfRoundedIsNamedAsSuch() {
        assertThat(new RoundingRule(print("8.7", 1), print("8", 0)).describe())
                .startsWith("8.7% with no decimals is 9, not 8%: ")
                .endsWith("Cut off and not rounded it would be the same; the documents do not say that they do so.");
    }

    @Test
    void laterFigureMayBeTheFinerOne() {
        assertThat(new RoundingRule(print("37", 0), print("38.25", 2)).describe())
                .startsWith("38.25% with no decimals is 38, not 37%: ");
    }

    @Test
    void samePrintIsNoMatterOfRounding() {
        assertThat(new RoundingRule(print("657", 0), print("654", 0)).describe())
                .contains("rounding does not explain");
    }

    private static Print print(String value, int decimals) {
        return new Print(new BigDecimal(value), value + "%", decimals);
    }
}
