package careledger.schema.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Values are read as they are meant, and every mistake is reported once, at its line. */
class YamlMapTest {
    private enum Colour {
        RED,
        DARK_BLUE
    }

    private static YamlFile file(String... lines) {
        return YamlFile.parse("f.yaml", String.join("\n", lines));
    }

    private static List<String> problems(YamlFile file) {
        return file.problems().stream().map(YamlProblem::toString).toList();
    }

    @Test
    void valuesAreReadByTheirTypes() {
        YamlFile file =
                file("name: n", "size: 12", "on: true", "colour: dark-blue", "list: [a, b]", "one: a", "sub: {x: y}");
        YamlMap root = file.root();

        assertThat(root.text("name")).isEqualTo("n");
        assertThat(root.optionalInteger("size")).contains(12);
        assertThat(root.flag("on")).isTrue();
        assertThat(root.flag("off")).isFalse();
        assertThat(root.constant("colour", Colour.class)).isEqualTo(Colour.DARK_BLUE);
        assertThat(root.texts("list")).containsExactly("a", "b");
        assertThat(root.texts("one")).containsExactly("a");
        assertThat(root.map("sub").text("x")).isEqualTo("y");
        assertThat(root.holdsKeys("sub")).isTrue();
        assertThat(root.holdsList("list")).isTrue();
        assertThat(root.line("colour")).isEqualTo(4);
        root.finish();
        assertThat(file.problems()).isEmpty();
    }

    @Test
    void aMissingKeyNamesTheOneThatIsSpelledOtherwise() {
        YamlFile file = file("tittle: T");

        assertThat(file.root().text("title")).isEmpty();
        assertThat(problems(file)).containsExactly("f.yaml:1:1: The key 'title' is missing here. There is 'tittle'.");
    }

    @Test
    void keysThatNobodyAskedForAreReportedWithTheNearest() {
        YamlFile file = file("title: T", "publishedOm: 2026-01-01");
        file.root().text("title");
        file.root().optionalText("publishedOn");
        file.root().finish();

        assertThat(problems(file))
                .containsExactly("f.yaml:2:1: The key 'publishedOm' is not known here. Was 'publishedOn' meant?");
    }

    @Test
    void valuesOfAnotherTypeAreReportedWithWhatWasExpected() {
        YamlFile file = file("size: twelve", "on: yes", "colour: green", "list: {a: b}", "text: [a]", "empty:");
        YamlMap root = file.root();

        assertThat(root.optionalInteger("size")).isEmpty();
        assertThat(root.flag("on")).isFalse();
        assertThat(root.optionalConstant("colour", Colour.class)).isEmpty();
        assertThat(root.texts("list")).isEmpty();
        assertThat(root.optionalText("text")).isEmpty();
        assertThat(root.optionalText("empty")).contains("");
        assertThat(problems(file))
                .containsExactly(
                        "f.yaml:1:7: 'size' should be a whole number, found 'twelve'.",
                        "f.yaml:2:5: 'on' should be true or false, found 'yes'.",
                        "f.yaml:3:9: 'colour' is 'green', expected one of RED, DARK_BLUE.",
                        "f.yaml:4:7: 'list' should be a list: below it, each entry begins with '- '.",
                        "f.yaml:5:7: 'text' should be a text, found a list or keys.",
                        "f.yaml:6:1: 'empty' has no value; give it one (\"\" for nothing), or take the key out.");
    }

    @Test
    void aKeyThatOccursTwiceIsReported() {
        YamlFile file = file("a: 1", "a: 2");

        assertThat(file.root().text("a")).isEqualTo("2");
        assertThat(problems(file)).containsExactly("f.yaml:2:1: The key 'a' occurs twice; keep one.");
    }

    @Test
    void aParserSaysWhatItExpected() {
        YamlFile file = file("day: soon");
        Optional<String> read = file.root().optional("day", text -> {
            throw new IllegalArgumentException("expected a day.");
        });

        assertThat(read).isEmpty();
        assertThat(problems(file)).containsExactly("f.yaml:1:6: 'day' is 'soon': expected a day.");
    }

    @Test
    void aPlaceThatADraftLeftOpenIsTheOnlyProblemOfItsLine() {
        YamlFile file = file("size: ???");
        file.root().optionalInteger("size");

        assertThat(problems(file))
                .containsExactly("f.yaml:1:7: 'size' is still ???, the mark of a draft; put in what it should be.");
    }
}
