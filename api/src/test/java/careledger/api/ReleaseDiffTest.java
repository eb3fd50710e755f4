package careledger.api;

import static org.assertj.core.api.Assertions.assertThat;

import careledger.release.TemporaryFolders;
import careledger.release.TinyRelease;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Release two lacks the cost of a placement, holds a dental check under another id, and says 655 instead of 654. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReleaseDiffTest {
    private static final String FIELDS =
            "added removed changed hasNextPage endCursor rows { kind before { id } after { id } }";

    private TestService service;

    @BeforeAll
    void serveTheSecondOfTwoReleases() throws Exception {
        Path data = TemporaryFolders.create();
        TinyRelease.published(data, "one");
        try (TinyRelease tiny = TinyRelease.prepare()) {
            tiny.change("DELETE FROM fact_observation WHERE claim_id = 'ar/10'")
                    .change("UPDATE dim_extract SET claims = claims - 1 WHERE extract_id = '2020/claims.csv'")
                    .change("UPDATE fact_observation SET claim_id = 'ar/9b' WHERE claim_id = 'ar/9'")
                    .change("UPDATE fact_observation SET value = 655 WHERE claim_id = 'dfe/2'")
                    .publish(data, "two");
        }
        service = new TestService(data);
    }

    @AfterAll
    void close() {
        service.close();
    }

    @Test
    void addedRemovedAndChangedFiguresAreToldApart() throws Exception {
        JsonNode diff = diff("from: \"one\", to: \"two\"", FIELDS);

        assertThat(told(diff))
                .containsExactly("REMOVED ar/10 null", "REMOVED ar/9 null", "ADDED null ar/9b", "CHANGED dfe/2 dfe/2");
        assertThat(diff.path("added").asInt()).isEqualTo(1);
        assertThat(diff.path("removed").asInt()).isEqualTo(2);
        assertThat(diff.path("changed").asInt()).isEqualTo(1);
    }

    @Test
    void otherWayRoundAddsWhatWasRemoved() throws Exception {
        JsonNode diff = diff("from: \"two\", to: \"one\"", FIELDS);

        assertThat(told(diff))
                .containsExactly("ADDED null ar/10", "ADDED null ar/9", "REMOVED ar/9b null", "CHANGED dfe/2 dfe/2");
    }

    @Test
    void figuresAreReadFromTheirOwnReleases() throws Exception {
        String figure = "{ valueText indicatorTitle sourceTitle headline periodLabel }";

        JsonNode changed = diff("from: \"one\", to: \"two\"", "rows { before " + figure + " after " + figure + " }")
                .path("rows")
                .path(3);

        assertThat(changed.at("/before/valueText").asText()).isEqualTo("654");
        assertThat(changed.at("/after/valueText").asText()).isEqualTo("655");
        assertThat(changed.at("/before/sourceTitle").asText()).isEqualTo("Children looked after in England");
        assertThat(changed.at("/before/headline").asBoolean()).isTrue();
    }

    @Test
    void changedFiguresSayWhatDiffers() throws Exception {
        JsonNode rows =
                diff("from: \"one\", to: \"two\"", "rows { kind columns }").path("rows");

        assertThat(rows.path(3).path("columns").toString()).isEqualTo("[\"value\"]");
        assertThat(rows.path(0).path("columns")).isEmpty();
    }

    @Test
    void rowIsTheSameAsTheServedOne() throws Exception {
        String columns = String.join(
                " ",
                service.data("{ __type(name: \"Observation\") { fields { name } } }")
                        .path("fields")
                        .findValuesAsText("name"));

        JsonNode served = service.data(
                "{ observations(filter: {indicators: [\"dental_checks_pct\"]}) { rows { " + columns + " } } }");
        JsonNode added = diff("from: \"one\", to: \"two\"", "rows { after { " + columns + " } }")
                .at("/rows/2/after");

        assertThat(served.path("rows")).contains(added);
        assertThat(added.path("lower").asDouble()).isPositive();
    }

    @Test
    void breakIsSeenBesideFiguresThatDidNotChange() throws Exception {
        Path data = TemporaryFolders.create();
        TinyRelease.published(data, "one");
        try (TinyRelease tiny = TinyRelease.prepare()) {
            tiny.change("UPDATE fact_observation SET value = 77.2 WHERE claim_id = 'ar/8'")
                    .publish(data, "two");
        }

        try (TestService other = new TestService(data)) {
            JsonNode row = other.data("{ releaseDiff(from: \"one\", to: \"two\")"
                            + " { rows { before { breakBefore } after { breakBefore } } } }")
                    .path("rows");

            assertThat(row.findValuesAsText("breakBefore")).containsExactly("true", "true");
        }
    }

    @Test
    void pagesGoThroughEachChangeOnce() throws Exception {
        List<String> walked = new ArrayList<>();
        String after = "";
        JsonNode page;
        do {
            page = diff("from: \"one\", to: \"two\", first: 3" + after, FIELDS);
            walked.addAll(told(page));
            after = ", after: \"" + page.path("endCursor").asText() + "\"";
        } while (page.path("hasNextPage").asBoolean());

        assertThat(walked).isEqualTo(told(diff("from: \"one\", to: \"two\"", FIELDS)));
        assertThat(page.path("removed").asInt()).isEqualTo(2);
    }

    @Test
    void cursorOfAnotherPairIsRefused() throws Exception {
        String cursor = diff("from: \"one\", to: \"two\", first: 1", "endCursor")
                .path("endCursor")
                .asText();

        JsonNode error =
                service.error("{ releaseDiff(from: \"two\", to: \"one\", after: \"" + cursor + "\") { added } }");

        assertThat(error.at("/extensions/code").asText()).isEqualTo("BAD_INPUT");
        assertThat(error.at("/extensions/argument").toString()).isEqualTo("[\"releaseDiff\",\"after\"]");
    }

    @Test
    void releaseDoesNotDifferFromItself() throws Exception {
        JsonNode diff = diff("from: \"one\", to: \"one\"", FIELDS);

        assertThat(diff.path("rows")).isEmpty();
        assertThat(diff.path("hasNextPage").asBoolean()).isFalse();
        assertThat(diff.path("changed").asInt()).isZero();
    }

    @Test
    void unknownReleasesNameTheNearestBothAtOnce() throws Exception {
        JsonNode errors = service.query("{ releaseDiff(from: \"onee\", to: \"twoo\") { added } }")
                .path("errors");

        assertThat(errors.findValuesAsText("code")).containsExactly("UNKNOWN_ID", "UNKNOWN_ID");
        assertThat(errors.path(0).at("/extensions/argument").toString()).isEqualTo("[\"releaseDiff\",\"from\"]");
        assertThat(errors.path(0).at("/extensions/nearest").path(0).asText()).isEqualTo("one");
        assertThat(errors.path(1).at("/extensions/nearest").path(0).asText()).isEqualTo("two");
    }

    private JsonNode diff(String arguments, String fields) throws Exception {
        return service.data("{ releaseDiff(" + arguments + ") { " + fields + " } }");
    }

    private static List<String> told(JsonNode diff) {
        List<String> told = new ArrayList<>();
        for (JsonNode row : diff.path("rows")) {
            told.add(row.path("kind").asText() + " "
                    + row.at("/before/id").asText("null") + " "
                    + row.at("/after/id").asText("null"));
        }
        return told;
    }
}
