package careledger.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every GraphQL document and every curl command of the pages is asked of the service, and is answered without errors.
 * The pages about keys and the recipes have tests of their own, which follow them step by step.
 */
class DocumentedExamplesTest {
    private static final Path HOME = Path.of("..");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w*)\\n(.*?)^```$");

    /** @param place page and line */
    private record Example(String place, String language, String text) {}

    @TestFactory
    Stream<DynamicTest> everyDocumentIsAnswered() throws IOException {
        return examples()
                .filter(example -> example.language().equals("graphql"))
                .map(example -> DynamicTest.dynamicTest(
                        example.place(),
                        () -> assertAnswered(
                                RawHttp.post(TestService.shared(), RawHttp.JSON, RawHttp.asking(example.text())))));
    }

    @TestFactory
    Stream<DynamicTest> everyCurlCommandIsAnswered() throws IOException {
        return examples().flatMap(example -> CurlCommand.in(example.text()).stream()
                .map(command -> DynamicTest.dynamicTest(
                        example.place() + " " + command.address(),
                        () -> assertAnswered(command.send(TestService.shared())))));
    }

    @Test
    void readmeHasAnExampleToRun() throws IOException {
        assertThat(examples()
                        .filter(example -> example.place().contains("README"))
                        .flatMap(example -> CurlCommand.in(example.text()).stream()))
                .isNotEmpty();
    }

    private static void assertAnswered(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 399);
        assertThat(answer.body()).doesNotContain("\"errors\"");
    }

    private static Stream<Example> examples() throws IOException {
        List<Path> pages = new ArrayList<>(List.of(HOME.resolve("README.md"), HOME.resolve("CONTRIBUTING.md")));
        try (Stream<Path> docs = Files.walk(HOME.resolve("docs"))) {
            docs.filter(page -> page.toString().endsWith(".md") && !hasItsOwnTest(page))
                    .sorted()
                    .forEach(pages::add);
        }
        return pages.stream().flatMap(page -> examples(page).stream());
    }

    private static boolean hasItsOwnTest(Path page) {
        return page.endsWith("access.md")
                || page.startsWith(HOME.resolve("docs").resolve("recipes"));
    }

    private static List<Example> examples(Path page) {
        try {
            String text = Files.readString(page, StandardCharsets.UTF_8);
            List<Example> examples = new ArrayList<>();
            Matcher block = BLOCK.matcher(text);
            while (block.find()) {
                long line = text.substring(0, block.start()).lines().count() + 1;
                examples.add(new Example(HOME.relativize(page) + ":" + line, block.group(1), block.group(2)));
            }
            return examples;
        } catch (IOException e) {
            throw new UncheckedIOException(page + " cannot be read", e);
        }
    }
}
