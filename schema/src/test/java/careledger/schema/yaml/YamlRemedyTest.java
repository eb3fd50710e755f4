package careledger.schema.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file that is not YAML says at which line, and what to type instead. */
class YamlRemedyTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "title: Report: part 2     | Put the text in double quotes: title: \"Report: part 2\".",
                "title: *provisional       | Put the text in double quotes: title: \"*provisional\".",
                "header: @home             | Put the text in double quotes: header: \"@home\".",
                "title: \"Report           | Put the text in double quotes: title: \"Report\".",
            })
    void textsThatNeedQuotesAreQuoted(String line, String remedy) {
        YamlFile file = YamlFile.parse("f.yaml", "a: b\n" + line + "\n");

        assertThat(file.readable()).isFalse();
        assertThat(file.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isBetween(2, 3);
            assertThat(problem.message()).startsWith("Not readable as YAML: ").endsWith(remedy);
        });
    }

    @Test
    void aTabIsNamed() {
        assertThat(YamlFile.parse("f.yaml", "a:\n\tb: c\n").problems())
                .singleElement()
                .extracting(YamlProblem::message)
                .asString()
                .endsWith("Begin the line with spaces; a tab is not allowed there.");
    }

    @Test
    void aFileWithoutKeysIsReported() {
        assertThat(YamlFile.parse("f.yaml", "only words").problems())
                .singleElement()
                .hasToString("f.yaml:1:1: Expected keys with values ('key: value'), found none.");
    }
}
