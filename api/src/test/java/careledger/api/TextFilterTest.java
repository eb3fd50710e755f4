package careledger.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Words within figures, and within documents. */
class TextFilterTest {
    private static final String ALL = "breakdowns: ALL, headlineOnly: false";
    private static final String ROW =
            "rows { id indicatorTitle areaName sourceTitle sourceLocator sourceText caveat qualityNote valueText } totalCount";

    /** Every figure whose row holds the words is found, and every figure that is found holds them. */
    @Test
    void figuresAreThoseThatHoldEveryWord() throws Exception {
        JsonNode every = observations(ALL);
        for (String text : new String[] {"report", "annual Report", "654", "care leicestershire", "xyzzy"}) {
            Set<String> expected = new HashSet<>();
            for (JsonNode row : every.get("rows")) {
                String said = row.toString().toLowerCase(Locale.ROOT);
                boolean all = true;
                for (String word : text.toLowerCase(Locale.ROOT).split(" ", -1)) {
                    all &= said.contains(word);
                }
                if (all) {
                    expected.add(row.get("id").asText());
                }
            }
            Set<String> found = new HashSet<>();
            observations(ALL + ", text: \"" + text + "\"")
                    .get("rows")
                    .forEach(row -> found.add(row.get("id").asText()));

            assertThat(found).as(text).containsAll(expected);
            assertThat(found.isEmpty()).as(text).isEqualTo(text.equals("xyzzy"));
        }
    }

    @Test
    void wordsWithQuotesOrWildcardsAreOnlyText() throws Exception {
        for (String text : new String[] {"%", "_", "\\\\", "'; drop table", "\\\"654\\\""}) {
            JsonNode answer = TestService.shared()
                    .query("{ observations(filter: {text: \"" + text + "\"}, first: 1) { totalCount } }");
            assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        }
        assertThat(observations("text: \"c_re\"").get("totalCount").asInt()).isZero();
    }

    @Test
    void manyWordsAreRefused() throws Exception {
        JsonNode error = TestService.shared()
                .error("{ observations(filter: {text: \"a b c d e f g h i j k\"}) { totalCount } }");
        assertThat(error.get("message").asText()).contains("11 words");
        assertThat(error.at("/extensions/argument").toString()).isEqualTo("[\"observations\",\"filter\",\"text\"]");
    }

    @Test
    void namedQueryTakesWordsToo() throws Exception {
        assertThat(TestService.shared().get("/api/q/observations.csv?text=654").body())
                .contains("654");
    }

    @Test
    void documentsAreFoundByTheirTitles() throws Exception {
        JsonNode all = TestService.shared().data("{ sources { rows { id title } totalCount } }");
        String title = all.at("/rows/0/title").asText();
        JsonNode found = TestService.shared()
                .data("{ sources(search: \"" + title.toUpperCase(Locale.ROOT) + "\") { rows { title } totalCount } }");

        assertThat(found.at("/rows").findValuesAsText("title")).contains(title);
        assertThat(TestService.shared()
                        .data("{ sources(search: \"xyzzy\") { totalCount } }")
                        .get("totalCount")
                        .asInt())
                .isZero();
    }

    private static JsonNode observations(String filter) throws Exception {
        return TestService.shared().data("{ observations(filter: {" + filter + "}) { " + ROW + " } }");
    }
}
