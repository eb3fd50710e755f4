package careledger.api;

import static org.assertj.core.api.Assertions.assertThat;

import careledger.api.explorer.Words;
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
    private static final String COUNTRY = "E92000001";
    private static final Pattern POINT =
            Pattern.compile("class=\"point (?:focus|beside)[^>]* data-figure=\"([^\"]+)\"");
    private static final Pattern VALUE = Pattern.compile("<td class=\"number\"><a href=\"([^\"]+)\">([^<]*)");

    @Test
    void chartTableAndApiAgreeForEveryIndicator() throws Exception {
        TestService service = PageService.shared();
        for (JsonNode indicator :
                service.data("{ indicators(first: 1000) { rows { id } } }").get("rows")) {
            String id = indicator.get("id").asText();
            List<String> api = new ArrayList<>();
            List<String> drawn = new ArrayList<>();
            List<String> beside = new ArrayList<>();
            List<String> sums = new ArrayList<>();
            for (JsonNode line : service.data("{ trend(indicator: \"" + id + "\", areas: [\"" + AREA + "\", \""
                            + COUNTRY + "\"]) { lines { area { id } segments { points { id value valueText } } } } }")
                    .get("lines")) {
                boolean own = line.at("/area/id").asText().equals(AREA);
                line.get("segments").forEach(segment -> segment.get("points").forEach(point -> {
                    String claim = point.get("id").asText();
                    String text = point.get("valueText").asText();
                    if (claim.startsWith("derived/")) {
                        sums.add(text);
                    } else {
                        (own ? api : beside).add(Words.figureLink(claim) + " " + text);
                    }
                    if (own && !point.get("value").isNull()) {
                        drawn.add(claim);
                    }
                }));
            }
            if (api.isEmpty()) {
                continue;
            }
            String page = service.get("/indicators/" + id + "?from=all").body();
            List<String> cells = cells(page);
            cells.removeAll(beside);

            assertThat(cells).as(id).containsExactlyInAnyOrderElementsOf(api);
            sums.forEach(sum ->
                    assertThat(page).as(id).contains("<td class=\"number\">" + sum + "<small> added up</small>"));
            assertThat(points(page)).as(id).doesNotHaveDuplicates().containsAll(drawn);
        }
    }

    @Test
    void figuresUnderAnotherDefinitionAreALineOfTheirOwn() throws Exception {
        TestService service = PageService.shared();
        JsonNode lines = service.data("{ trend(indicator: \"dental_check_pct\", areas: [\"" + AREA
                        + "\"]) { lines { main segments { definition points { id } } } } }")
                .get("lines");
        String page = service.get("/indicators/dental_check_pct?from=all").body();

        assertThat(lines).hasSizeGreaterThan(1);
        assertThat(lines.at("/0/main").asBoolean()).isTrue();
        assertThat(page).contains("<th scope=\"col\" class=\"number\">Leicestershire</th>");
        assertThat(page).contains("<th scope=\"col\" class=\"number\">Leicestershire, measured differently</th>");
        assertThat(page)
                .contains("<li>Leicestershire, measured differently: "
                        + lines.at("/1/segments/0/definition").asText().substring(0, 20));
    }

    @Test
    void pageSaysWhatTheAnswerSays() throws Exception {
        TestService service = PageService.shared();
        JsonNode parts = service.data("{ trend(indicator: \"dental_check_pct\", areas: [\"" + AREA
                        + "\"]) { summaryParts { summary extremes } } }")
                .get("summaryParts");
        String page = service.get("/indicators/dental_check_pct").body();

        assertThat(page).contains("Leicestershire: " + parts.get("summary").asText());
        assertThat(page).contains(parts.get("extremes").asText());
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

    private static List<String> cells(String page) {
        List<String> cells = new ArrayList<>();
        Matcher value = VALUE.matcher(page);
        while (value.find()) {
            cells.add(value.group(1) + " " + value.group(2));
        }
        return cells;
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
