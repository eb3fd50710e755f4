package careledger.schema.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages, Javadoc, contract descriptions and documentation use plain English; CONTRIBUTING.md lists the words. */
class PlainEnglishTest {
    private static final Pattern DISCOURAGED = Pattern.compile(
            "\\b(stands?(?! for\\b)|(?<!\")told(?!\")|tells|mend(s|ed|ing)?|anew|said of|says?"
                    + " of|whoever|(who|it|which) asks|a look|held to be|of late|made out|said again|no matter of|without"
                    + " a word|a person's word|read otherwise|cannot be made out)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern QUOTED = Pattern.compile("(?s:```.*?```)|`[^`\\n]*`|(?m:^>.*$)");
    private static final Pattern JAVA_TEXT = Pattern.compile(
            "\"\"\"(?:\\\\.|[^\\\\])*?\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*\"|/\\*.*?\\*/|//[^\\n]*", Pattern.DOTALL);

    @ParameterizedTest
    @ValueSource(strings = {"schema", "warehouse/release", "warehouse/answers", "warehouse/launcher", "etl", "api"})
    void messagesAndJavadoc(String module) throws IOException {
        assertThat(inFiles(root().resolve(module).resolve("src/main/java"), ".java"))
                .isEmpty();
    }

    @Test
    void documentation() throws IOException {
        List<String> found = inFiles(root().resolve("docs"), ".md");
        for (String page : List.of("README.md", "CONTRIBUTING.md", "GLOSSARY.md")) {
            found.addAll(inFile(root().resolve(page)));
        }
        assertThat(found).isEmpty();
    }

    @Test
    void contract() throws IOException {
        assertThat(inFile(root().resolve("schema/src/main/resources/careledger/schema/schema.graphqls")))
                .isEmpty();
    }

    @Test
    void noClassNameIsUsedTwice() throws IOException {
        try (Stream<Path> files = Files.walk(root())) {
            Set<String> seen = new HashSet<>();
            assertThat(files.filter(file -> file.toString().contains("/src/")
                                    && file.toString().endsWith(".java"))
                            .map(file -> file.getFileName().toString())
                            .filter(name -> !name.equals("package-info.java") && !seen.add(name)))
                    .isEmpty();
        }
    }

    @Test
    void wordsAreFoundInTextAndNotInCode() {
        assertThat(discouraged("/** Where the table stands. */ int stands = 1;", true))
                .containsExactly("1: stands");
        assertThat(discouraged("\n\"mend it\"; anew();", true)).containsExactly("2: mend");
        assertThat(discouraged("E92000001 stands for England; standards", false))
                .isEmpty();
    }

    private static List<String> inFiles(Path folder, String suffix) throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(suffix))
                    .sorted()
                    .toList()) {
                found.addAll(inFile(file));
            }
        }
        return found;
    }

    /** Quoted documents and examples of what to avoid are in backticks or block quotes. */
    private static List<String> inFile(Path file) throws IOException {
        String text = Files.readString(file);
        boolean java = file.toString().endsWith(".java");
        String plain = java
                ? text
                : QUOTED.matcher(text).replaceAll(quoted -> quoted.group().replaceAll("[^\\n]", ""));
        return discouraged(plain, java).stream()
                .map(word -> root().relativize(file) + ":" + word)
                .toList();
    }

    private static List<String> discouraged(String text, boolean java) {
        List<String> found = new ArrayList<>();
        if (!java) {
            search(text, 0, text.length(), found);
            return found;
        }
        Matcher part = JAVA_TEXT.matcher(text);
        while (part.find()) {
            search(text, part.start(), part.end(), found);
        }
        return found;
    }

    private static void search(String text, int from, int to, List<String> found) {
        Matcher word = DISCOURAGED.matcher(text).region(from, to);
        while (word.find()) {
            long line = 1
                    + text.substring(0, word.start())
                            .chars()
                            .filter(c -> c == '\n')
                            .count();
            found.add(line + ": " + word.group());
        }
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("mvnw"))) {
            folder = Objects.requireNonNull(folder.getParent(), "not in a checkout");
        }
        return folder;
    }
}
