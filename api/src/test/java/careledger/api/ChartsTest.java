package careledger.api;

import static org.assertj.core.api.Assertions.assertThat;

import careledger.api.explorer.chart.Colour;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What charts show is what the table beside them and the API say. */
class ChartsTest {
    private static final String AREA = "E10000018";
    private static final Pattern POINT = Pattern.compile("class=\"point focus[^>]* data-figure=\"([^\"]+)\"");
    private static final Pattern ROW = Pattern.compile("<tr data-figure=\"([^\"]+)\">(.*?)</tr>", Pattern.DOTALL);
    private static final Pattern VALUE = Pattern.compile("<td class=\"number\">(?:<a [^>]*>)?([^<]*)");

    @Test
    void chartTableAndApiAgreeForEveryIndicator() throws Exception {
        TestService service = PageService.shared();
        for (JsonNode indicator :
                service.data("{ indicators(first: 1000) { rows { id } } }").get("rows")) {
            String id = indicator.get("id").asText();
            JsonNode line = service.data("{ trend(indicator: \"" + id + "\", areas: [\"" + AREA
                            + "\"]) { lines { segments { points { id value valueText } } } } }")
                    .at("/lines/0/segments");
            List<String> api = new ArrayList<>();
            List<String> drawn = new ArrayList<>();
            line.forEach(segment -> segment.get("points").forEach(point -> {
                api.add(point.get("id").asText() + " " + point.get("valueText").asText());
                if (!point.get("value").isNull()) {
                    drawn.add(point.get("id").asText());
                }
            }));
            if (api.isEmpty()) {
                continue;
            }
            String page = service.get("/indicators/" + id + "?from=all").body();

            assertThat(rows(page)).as(id).containsExactlyInAnyOrderElementsOf(api);
            assertThat(points(page)).as(id).containsExactlyInAnyOrderElementsOf(drawn);
        }
    }

    @Test
    void coloursStandOutFromPaper() {
        for (Colour colour : Colour.values()) {
            double least =
                    switch (colour) {
                        case GRID, RANGE, PAPER -> 1;
                        case RANGE_EDGE -> 3;
                        default -> 4.5;
                    };
            assertThat(contrast(colour.code(), Colour.PAPER.code()))
                    .as(colour.name())
                    .isGreaterThanOrEqualTo(least);
        }
    }

    private static List<String> rows(String page) {
        List<String> rows = new ArrayList<>();
        Matcher row = ROW.matcher(page);
        while (row.find()) {
            Matcher value = VALUE.matcher(row.group(2));
            assertThat(value.find()).isTrue();
            rows.add(row.group(1) + " " + value.group(1));
        }
        return rows;
    }

    /** Of the wide drawing, which comes first. */
    private static List<String> points(String page) {
        int end = page.indexOf("only-narrow");
        Matcher point = POINT.matcher(end < 0 ? page : page.substring(0, end));
        List<String> points = new ArrayList<>();
        while (point.find()) {
            points.add(point.group(1));
        }
        return points;
    }

    private static double contrast(String one, String other) {
        double lighter = Math.max(luminance(one), luminance(other));
        double darker = Math.min(luminance(one), luminance(other));
        return (lighter + 0.05) / (darker + 0.05);
    }

    private static double luminance(String code) {
        double[] weights = {0.2126, 0.7152, 0.0722};
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            double part = Integer.parseInt(code.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
            sum += weights[i] * (part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4));
        }
        return sum;
    }
}
