package careledger.api;

import static org.assertj.core.api.Assertions.assertThat;

import careledger.api.PageCases.PageCase;
import careledger.api.explorer.chart.Colour;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pages as they arrive: complete, guarded, small, and kept by those who hold them. */
class PagesTest {
    private static final int PAGE_BYTES = 25_000;
    private static final int AREA_BYTES = 60_000;
    private static final Pattern ID = Pattern.compile("<[^>]* id=\"([^\"]+)\"");
    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"(/[^\"#]*)");

    static List<PageCase> cases() throws Exception {
        return PageService.cases().all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void arrivesComplete(PageCase page) throws Exception {
        HttpResponse<byte[]> answer = PageService.shared().send("GET", page.path());
        String html = new String(answer.body(), StandardCharsets.UTF_8);

        assertThat(answer.statusCode()).isEqualTo(page.status());
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "script-src 'self'", "style-src 'self'")
                .doesNotContain("unsafe-inline");
        assertThat(html).containsOnlyOnce("<h1").containsOnlyOnce("<main").doesNotContain("style=\"");
        assertThat(html.replaceAll("<script type=\"module\" src=[^>]*></script>", ""))
                .doesNotContain("<script");
        assertThat(ID.matcher(html).results().map(id -> id.group(1)).toList())
                .as("ids")
                .doesNotHaveDuplicates();
        assertThat(packed(answer.body())).isLessThanOrEqualTo(page.name().equals("area") ? AREA_BYTES : PAGE_BYTES);
    }

    /** Every link of every page with a case, files and feeds among them. */
    @Test
    void linksLeadSomewhere() throws Exception {
        TestService service = PageService.shared();
        Set<String> links = new TreeSet<>();
        for (PageCase page : cases()) {
            Matcher link =
                    LINK.matcher(new String(service.send("GET", page.path()).body(), StandardCharsets.UTF_8));
            while (link.find()) {
                links.add(link.group(1).replace("&amp;", "&"));
            }
        }
        List<String> dead = new ArrayList<>();
        for (String link : links) {
            int status = service.send("GET", link).statusCode();
            if (status >= 400) {
                dead.add(link + " " + status);
            }
        }
        assertThat(links).hasSizeGreaterThan(50);
        assertThat(dead).isEmpty();
    }

    @Test
    void filesOfPagesAreSmall() throws Exception {
        assertThat(packed(file("explorer.css"))).isLessThanOrEqualTo(10_000);
        assertThat(packed(file("explorer.js"))).isLessThanOrEqualTo(8_000);
        assertThat(file("source-sans-3.woff2").length).isLessThanOrEqualTo(30_000);
        assertThat(new String(file("source-sans-3-licence.txt"), StandardCharsets.UTF_8))
                .contains("SIL Open Font License");
    }

    @Test
    void oneWhoHoldsThePageGetsNothingAgain() throws Exception {
        TestService service = PageService.shared();
        HttpResponse<byte[]> first = service.send("GET", "/indicators/dental_check_pct");
        String etag = first.headers().firstValue("ETag").orElseThrow();

        HttpResponse<byte[]> again = service.send("GET", "/indicators/dental_check_pct", "If-None-Match", etag);
        HttpResponse<byte[]> other =
                service.send("GET", "/indicators/dental_check_pct?from=all", "If-None-Match", etag);

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(other.statusCode()).isEqualTo(200);
    }

    @Test
    void whatWasSearchedForIsText() throws Exception {
        String html = PageService.shared()
                .get("/search?q=%3Cscript%3Ealert(1)%3C/script%3E%22onfocus=%22x")
                .body();

        assertThat(html).doesNotContain("<script>alert", "\"\"onfocus=").contains("&lt;script&gt;alert(1)");
        assertThat(PageService.shared().get("/search?q=care%00%1B%0A%7Flost").body())
                .contains("<h1>Search: care lost</h1>");
    }

    @Test
    void addressThatNothingAnswersIsAPageForBrowsersAndJsonForPrograms() throws Exception {
        TestService service = PageService.shared();

        HttpResponse<byte[]> browser = service.send("GET", "/nowhere", "Accept", "text/html");
        HttpResponse<byte[]> program = service.send("GET", "/nowhere", "Accept", "application/json");

        assertThat(browser.statusCode()).isEqualTo(404);
        assertThat(new String(browser.body(), StandardCharsets.UTF_8)).contains("<h1>Page not found</h1>");
        assertThat(program.statusCode()).isEqualTo(404);
        assertThat(new String(program.body(), StandardCharsets.UTF_8)).contains("\"code\":\"NOT_FOUND\"");
    }

    /** Titles are for people; ids are in the links. */
    @Test
    void unknownIdLeadsToTheNearestByTheirTitles() throws Exception {
        assertThat(main("/indicators/dental_chek_pct?from=2015"))
                .contains("There is no measure 'dental_chek_pct'. Perhaps you want:")
                .contains(
                        "href=\"/indicators/dental_check_pct?from=2015\">Children in care with a dental check in the last 12 months</a>")
                .contains("href=\"/search?q=dental+chek+pct\">Search for “dental chek pct”</a>")
                .doesNotContain(">dental_check_pct<", "Nearest known");
        assertThat(main("/indicators/cic_count?area=E1000001"))
                .contains("There is no area 'E1000001'. Perhaps you want:", "\">Essex</a>")
                .doesNotContain("Search for");
        assertThat(main("/indicators/cic_count?area=E10000018&with=Leicestershir"))
                .contains("There is no area 'Leicestershir'.")
                .contains("/indicators/cic_count?area=E10000018&amp;with=E10000018\">Leicestershire</a>");
        assertThat(main("/topics/helth")).contains("href=\"/topics/health\">Health");
        assertThat(main("/scorecards/corporate-parenting-bord"))
                .contains("href=\"/scorecards/corporate-parenting-board\">How we are doing as corporate parents</a>");
        assertThat(main("/figures/0123456789ab")).contains("There is no figure '0123456789ab'.");
    }

    private static String main(String path) throws Exception {
        String page = PageService.shared().get(path).body();
        return page.substring(page.indexOf("<main"), page.indexOf("</main>"));
    }

    @Test
    void areaWithoutFiguresSaysWhatIsKnownAndLeadsOn() throws Exception {
        assertThat(main("/areas/E09000001"))
                .contains("None of the documents that are loaded here prints a figure for City of London.")
                .contains("City of London is a council", "with the code E09000001.")
                .contains("href=\"/areas/E10000018\">Leicestershire</a>", "href=\"/areas\">All areas</a>")
                .doesNotContain("0 measures");
    }

    /** The market position statement prints "June 2016" and no day. */
    @Test
    void noPageGivesADayOfPublicationThatIsNotPrinted() throws Exception {
        for (String page : List.of(
                "/indicators/cic_count",
                "/indicators/cic_count/history",
                "/indicators/dental_check_pct",
                "/sources",
                "/changes",
                "/scorecards/corporate-parenting-board/pack")) {
            assertThat(PageService.shared().get(page).body())
                    .as(page)
                    .doesNotContain("30 June 2016</td>", ", 30 June 2016");
        }
        assertThat(PageService.shared().get("/indicators/dental_check_pct").body())
                .contains("The council, June 2016, day not known</li>");
        assertThat(PageService.shared().get("/sources").body()).contains("June 2016, day not known");
    }

    @Test
    void searchLeadsToThePageOfAnArea() throws Exception {
        String england = PageService.shared().get("/search?q=England").body();
        String both =
                TestService.shared().get("/search?q=children+in+care+England").body();

        assertThat(england).contains("href=\"/areas/E92000001\"").doesNotContain("Nothing was found");
        assertThat(both)
                .contains("href=\"/areas/E92000001\"", "England: ", "href=\"/indicators/cic_count?area=E92000001\"");
    }

    @Test
    void questionsAboutAllMeasuresLeadToTheScorecard() throws Exception {
        for (String question : List.of("what+targets+were+missed", "did+we+get+better+than+the+neighbours", "worst")) {
            assertThat(PageService.shared().get("/search?q=" + question).body())
                    .contains("href=\"/scorecards/corporate-parenting-board\"");
        }
        assertThat(PageService.shared().get("/search?q=dentist").body())
                .doesNotContain("<a href=\"/scorecards/corporate-parenting-board\">How are we doing?</a><p>");
    }

    /** The sample has 583 on 31 March 2019, and 600 on 30 June 2019 of a quarterly dashboard. */
    @Test
    void searchShowsTheFigureOfTheYearThatIsNamed() throws Exception {
        assertThat(search("children+in+care+2019"))
                .contains("Figures are those for 2019, where there are any.")
                .contains("href=\"/search?q=children+in+care\">Newest figures instead</a>")
                .contains("<a href=\"/indicators/cic_count?to=2019-03-31\">Children in care</a>"
                        + "<p>Leicestershire: 583, 31 March 2019. ");
        assertThat(search("how+many+children+were+in+care+in+2012"))
                .contains("href=\"/search?q=how+many+children+were+in+care\">Newest figures instead</a>")
                .contains("<a href=\"/indicators/cic_count\">Children in care</a>"
                        + "<p>Leicestershire: no figure for 2012; the newest is ");
        assertThat(search("children+in+care+2018%2F19")).contains("Leicestershire: 583, 31 March 2019. ");
        assertThat(search("children+in+care")).doesNotContain("Newest figures instead", "?to=");
    }

    @Test
    void searchShowsTheGroupsThatAreAskedFor() throws Exception {
        assertThat(search("exploitation+referrals+by+sex"))
                .contains("<a href=\"/indicators/cse_referrals_count?by=sex\">")
                .contains("Leicestershire by sex: Female: 184, 2019-20; ");
    }

    @Test
    void aQuestionThatNamesNoMeasureListsNone() throws Exception {
        assertThat(search("are+we+getting+better+than+the+neighbours"))
                .contains("href=\"/scorecards/corporate-parenting-board\"")
                .doesNotContain("href=\"/indicators/");
        assertThat(search("worse+than+Derbyshire")).doesNotContain("href=\"/indicators/");
    }

    private static String search(String text) throws Exception {
        return PageService.shared().get("/search?q=" + text).body();
    }

    @Test
    void searchExplainsWordsAndYears() throws Exception {
        assertThat(PageService.shared().get("/search?q=small+cells").body()).contains(">Suppressed</a>");
        assertThat(PageService.shared().get("/search?q=2008+vs+2020").body())
                .contains("A year alone names no measure")
                .doesNotContain("Nothing was found");
    }

    @Test
    void suggestionsAreTitlesWithLinks() throws Exception {
        assertThat(PageService.shared().get("/search/suggestions?q=dent").body())
                .contains("\"link\":\"/indicators/dental_check_pct\"");
    }

    @Test
    void pictureNeedsNothingBesideIt() throws Exception {
        HttpResponse<String> picture = PageService.shared().get("/indicators/dental_check_pct.svg");

        assertThat(picture.headers().firstValue("Content-Type").orElse("")).startsWith("image/svg+xml");
        assertThat(picture.body())
                .startsWith("<svg xmlns=")
                .contains("<title", "<desc")
                .doesNotContain("style=", "url(");
    }

    /** The same picture in points: text in the program's own font, on white, twice as large. */
    @Test
    void chartIsAPngToo() throws Exception {
        HttpResponse<byte[]> wide = PageService.shared().send("GET", "/indicators/dental_check_pct.png");
        HttpResponse<byte[]> narrow = PageService.shared().send("GET", "/indicators/dental_check_pct.png?width=narrow");
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(wide.body()));

        assertThat(wide.headers().firstValue("Content-Type")).hasValue("image/png");
        assertThat(picture.getWidth()).isEqualTo(1920);
        assertThat(picture.getRGB(2, 2)).isEqualTo(0xFFFFFFFF);
        assertThat(colours(picture))
                .contains(Integer.parseInt(Colour.FOCUS.code().substring(1), 16));
        assertThat(ImageIO.read(new ByteArrayInputStream(narrow.body())).getWidth())
                .isEqualTo(720);
        assertThat(PageService.shared()
                        .send(
                                "GET",
                                "/indicators/dental_check_pct.png",
                                "If-None-Match",
                                wide.headers().firstValue("ETag").orElseThrow())
                        .statusCode())
                .isEqualTo(304);
        assertThat(PageService.shared()
                        .send("GET", "/indicators/dental_chek_pct.png")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void pictureOfWhatIsNotKnownIsNotThere() throws Exception {
        HttpResponse<String> measure = PageService.shared().get("/indicators/dental_chek_pct.svg");
        HttpResponse<String> area = PageService.shared().get("/indicators/dental_check_pct.svg?area=E1000001");

        assertThat(measure.statusCode()).isEqualTo(404);
        assertThat(measure.body()).contains("\"code\":\"UNKNOWN_ID\"", "dental_check_pct");
        assertThat(area.statusCode()).isEqualTo(404);
        assertThat(PageService.shared()
                        .get("/indicators/dental_check_pct.svg?as-of=yesterday")
                        .statusCode())
                .isEqualTo(400);
    }

    /** One figure is a figure: only the change is missing. */
    @Test
    void aFigureWithoutAnEarlierOneIsNotCalledNone() throws Exception {
        String page =
                PageService.shared().get("/indicators/cse_referrals_count").body();

        assertThat(page).contains("No earlier figure");
        assertThat(page).doesNotContain("No figure<");
    }

    @Test
    void periodsInSentencesAreNamedAsPeopleSayThem() throws Exception {
        String school = PageService.shared()
                .get("/indicators/ks4_progress_8_score?from=all")
                .body();
        String target = PageService.shared()
                .get("/indicators/dental_check_pct?from=all")
                .body();

        assertThat(school).containsPattern("since the 20\\d\\d-\\d\\d school year");
        assertThat(school).doesNotContainPattern("(since|set for|figure for|from|the same as) 20\\d\\d-\\d\\d school");
        assertThat(target).doesNotContain("for the period to").contains("The definition changes at A (from ");
    }

    @Test
    void onlyCouncilsHaveNeighbours() throws Exception {
        assertThat(PageService.shared()
                        .get("/indicators/dental_check_pct?area=E92000001")
                        .body())
                .contains("only councils have statistical neighbours");
    }

    @Test
    void judgementsOfAScorecardAreSentences() throws Exception {
        String page = PageService.shared()
                .get("/scorecards/corporate-parenting-board")
                .body();
        String judged = page.substring(page.indexOf("How it was judged"));

        assertThat(judged).contains("Not compared: ").doesNotContain(" not compared: ", " no target: ", " better: ");
        assertThat(judged).doesNotContain("children in an area Worked out");
    }

    @Test
    void severalMeasuresAreBesideEachOtherEachWithItsOwnScale() throws Exception {
        String path = "/indicators/dental_check_pct/compare?measures=cic_count";
        String page = text(path);
        String panels = page.substring(
                page.indexOf("Measures beside each other, Leicestershire"), page.indexOf("Beside other areas"));

        assertThat(panels)
                .contains("id=\"panel0-title\"", "id=\"panel1-title\"", "Each measure has a scale of its own.")
                .contains("Leave out: Children in care")
                .doesNotContain("measures=cic_count,cic_count");
        List<String> ids = Pattern.compile("\\sid=\"([^\"]*)\"")
                .matcher(page)
                .results()
                .map(one -> one.group(1))
                .toList();
        assertThat(ids).doesNotHaveDuplicates();
        String table = text(path.replace("/compare?", "/compare.csv?"));
        String trend = text("/api/q/trend.csv?indicator=cic_count&areas=E10000018&columns=valueText");
        assertThat(trend.lines().skip(1)).isNotEmpty().allSatisfy(value -> assertThat(table)
                .contains(value));
    }

    @Test
    void ofSeveralMeasuresTheUnknownOneIsNamed() throws Exception {
        String page = text("/indicators/dental_check_pct/compare?measures=cic_count,health_asessment_pct");

        assertThat(page)
                .contains("There is no measure &#39;health_asessment_pct&#39;")
                .contains("measures=cic_count%2C");
        assertThat(PageService.shared()
                        .send(
                                "GET",
                                "/indicators/dental_check_pct/compare?measures=cic_count,health_assessment_pct,"
                                        + "cic_rate_per_10k,care_leavers_eet_pct,care_leavers_in_touch_pct,staying_put_pct")
                        .statusCode())
                .isEqualTo(400);
    }

    private static String text(String path) throws Exception {
        return new String(PageService.shared().send("GET", path).body(), StandardCharsets.UTF_8);
    }

    private static Set<Integer> colours(BufferedImage picture) {
        return Arrays.stream(picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth()))
                .map(colour -> colour & 0xFFFFFF)
                .boxed()
                .collect(Collectors.toSet());
    }

    private static byte[] file(String name) throws Exception {
        return PageService.shared().send("GET", "/assets/" + name).body();
    }

    private static int packed(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            new ByteArrayInputStream(bytes).transferTo(gzip);
        }
        return packed.size();
    }
}
