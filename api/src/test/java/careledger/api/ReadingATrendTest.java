package careledger.api;

import static org.assertj.core.api.Assertions.assertThat;

import careledger.release.sample.SampleRelease;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every question in the guide is asked, and every text that it quotes stands in the answer. */
class ReadingATrendTest {
    private static final Pattern EXAMPLE = Pattern.compile("```graphql\\n([^`]+)```\\n\\n((?:>[^\\n]*\\n)+)");

    @Test
    void examplesOfTheGuideAreAnsweredAsQuoted(@TempDir Path data) throws Exception {
        SampleRelease.publishSeries(data, "series");
        Matcher example = EXAMPLE.matcher(Files.readString(Path.of("..", "docs", "reading-a-trend.md")));
        int asked = 0;
        try (TestService service = new TestService(data)) {
            while (example.find()) {
                List<String> said = new ArrayList<>();
                texts(service.data(example.group(1)), said);

                for (String quoted : example.group(2).split("\n>\\s*\n", -1)) {
                    String text = quoted.replaceAll("(?m)^>\\s?", "")
                            .replaceAll("\\s+", " ")
                            .strip();
                    assertThat(said).as(example.group(1)).anyMatch(one -> one.contains(text));
                }
                asked++;
            }
        }
        assertThat(asked).isGreaterThan(4);
    }

    private static void texts(JsonNode node, List<String> texts) {
        if (node.isTextual()) {
            texts.add(node.asText());
        }
        node.forEach(child -> texts(child, texts));
    }
}
