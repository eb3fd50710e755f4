package careledger.etl.run;

import static org.assertj.core.api.Assertions.assertThat;

import careledger.schema.problem.Rejection;
import careledger.schema.problem.Rule;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReportTextTest {
    private static final String ADVICE = Rule.VALUE_NOT_A_NUMBER.advice();

    private static Rejection refused(int line, String value, String reason) {
        return new Rejection(
                "d/t.csv", line, Optional.of("Value"), Optional.of(value), Rule.VALUE_NOT_A_NUMBER, reason);
    }

    private static List<String> lines(Rejection... rejections) {
        StringBuilder text = new StringBuilder();
        ReportText.rejections(text, List.of(rejections));
        return text.toString().lines().skip(1).toList();
    }

    @Test
    void twoAlikeAreListedEachWithTheAdvice() {
        assertThat(lines(refused(2, "x", "Found 'x'."), refused(3, "y", "Found 'y'.")))
                .containsExactly(
                        "  d/t.csv, line 2, column 'Value', 'x': Found 'x'. [value.not-a-number] " + ADVICE,
                        "  d/t.csv, line 3, column 'Value', 'y': Found 'y'. [value.not-a-number] " + ADVICE);
    }

    @Test
    void threeAlikeHaveTheAdviceOnceAndEachItsReason() {
        assertThat(lines(refused(2, "x", "Found 'x'."), refused(3, "y", "Found 'y'."), refused(5, "z", "Found 'z'.")))
                .containsExactly(
                        "  d/t.csv, column 'Value': 3 times [value.not-a-number] " + ADVICE,
                        "    line 2, 'x': Found 'x'.",
                        "    line 3, 'y': Found 'y'.",
                        "    line 5, 'z': Found 'z'.");
    }

    @Test
    void aReasonThatAllShareIsSaidOnce() {
        assertThat(lines(refused(2, "x", "No number."), refused(3, "x", "No number."), refused(5, "z", "No number.")))
                .containsExactly(
                        "  d/t.csv, column 'Value': 3 times [value.not-a-number] No number. " + ADVICE,
                        "    line 2, 'x'",
                        "    line 3, 'x'",
                        "    line 5, 'z'");
    }

    @Test
    void ofMoreThanTwentyTheCommonestTextsAreNamed() {
        Rejection[] many = IntStream.rangeClosed(2, 30)
                .mapToObj(line -> refused(line, "x", "Found 'x'."))
                .toArray(Rejection[]::new);

        assertThat(lines(many))
                .singleElement()
                .asString()
                .contains("29 times", "'x' 29", "First on line 2, 3, 4, 5, 6");
    }
}
