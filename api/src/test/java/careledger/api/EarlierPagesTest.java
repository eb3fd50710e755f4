package careledger.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import careledger.api.PageCases.PageCase;
import careledger.release.TemporaryFolders;
import careledger.release.TinyRelease;
import careledger.release.run.ExtractCount;
import careledger.release.run.RunRecord;
import careledger.release.run.RunRecords;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Release one says that Leicestershire had 654 children in care on 31 March 2020; release two, the current one, says 655.
 * Release zero, which a run published before them, is no longer kept.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EarlierPagesTest {
    private static final String PAGE = "/indicators/cic_count?from=all";
    private static final Pattern LINK = Pattern.compile("<a (?![^>]*rel=\"alternate\")[^>]*href=\"(/[^\"#]*)");

    private TestService service;

    @BeforeAll
    void serveTheSecondOfTwoReleases() throws Exception {
        Path data = TemporaryFolders.create();
        RunRecords runs = new RunRecords(data);
        published(runs, "run-20260101T000000000Z", "zero", "1a");
        published(runs, "run-20260201T000000000Z", "one", "1a");
        published(runs, "run-20260301T000000000Z", "two", "2b");
        TinyRelease.published(data, "one");
        try (TinyRelease tiny = TinyRelease.prepare()) {
            tiny.change("UPDATE fact_observation SET value = 655 WHERE claim_id = 'dfe/2'")
                    .publish(data, "two");
        }
        service = new TestService(data);
    }

    private static void published(RunRecords runs, String run, String release, String sha256) {
        runs.write(RunRecord.started(run, "test", Optional.empty())
                .withExtracts(List.of(
                        new ExtractCount("2020/claims.csv", "2020/claims.csv", sha256, "claims", 9, 9, 0, 9, 9, 0, 9)))
                .published(release));
    }

    @AfterAll
    void close() {
        service.close();
    }

    @Test
    void pageChartAndFilesAreOfTheReleaseInTheAddress() throws Exception {
        assertThat(text(PAGE)).contains("655").doesNotContain("654");
        assertThat(text(PAGE + "&release=one"))
                .contains("654", "This address names data version one of", "These are not the current figures.")
                .doesNotContain("655");
        for (String file : List.of("csv", "json", "svg")) {
            String path = PAGE.replace("?", "." + file + "?");
            assertThat(text(path)).as(file).contains("655").doesNotContain("654");
            assertThat(text(path + "&release=one")).as(file).contains("654").doesNotContain("655");
        }
        assertThat(text(PAGE + "&release=two")).contains("It is the current one.");
    }

    @Test
    void citationNamesTheReleaseThatItsAddressIsAnsweredFrom() throws Exception {
        assertThat(text(PAGE)).contains("data version two, http").contains("from=all&amp;release=two");
    }

    /** Every link of a page of an earlier release leads to the same release, where it leads to a page of a release. */
    @Test
    void readersOfAnEarlierReleaseStayInIt() throws Exception {
        List<String> left = new ArrayList<>();
        int followed = 0;
        for (String page :
                List.of("/?release=one", PAGE + "&release=one", "/topics?release=one", "/search?q=care&release=one")) {
            String html = text(page);
            assertThat(html).contains("<input type=\"hidden\" name=\"release\" value=\"one\">");
            Matcher links = LINK.matcher(html);
            while (links.find()) {
                String link = links.group(1).replace("&amp;", "&");
                HttpResponse<byte[]> answer = service.send("GET", link);
                assertThat(answer.statusCode()).as(link).isLessThan(400);
                if (answer.headers()
                                .firstValue("X-Data-Version")
                                .filter("one"::equals)
                                .isEmpty()
                        && !link.matches("/(data/(runs|rejections|releases).*|api/.*|graphiql.*|assets/.*)")) {
                    left.add(page + " -> " + link);
                }
                followed++;
            }
        }
        assertThat(followed).isGreaterThan(40);
        assertThat(left).isEmpty();
    }

    /** A release that is no longer kept: what is known of the changes since, above the current figures. */
    @Test
    void pageOfAReleaseThatIsGoneSaysWhatHasChanged() throws Exception {
        HttpResponse<byte[]> answer = service.send("GET", PAGE + "&release=zero");
        String html = new String(answer.body(), UTF_8);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(html)
                .contains("Data version zero, which this address names, is no longer kept.")
                .contains("These are the figures of data version two.")
                .contains("2 releases were published since")
                .contains("Files loaded or changed since: 2020/claims.csv.")
                .containsPattern("On this page, (one row|\\d+ rows) of the tables differs? from data version one")
                .containsPattern("<li>[^<]*654[^<]*, now 655");
        assertThat(service.send("GET", PAGE.replace("?", ".csv?") + "&release=zero")
                        .statusCode())
                .isEqualTo(404);
        assertThat(service.send("GET", PAGE.replace("?", ".svg?") + "&release=zero")
                        .statusCode())
                .isBetween(400, 404);
    }

    @Test
    void releaseThatNeverWasIsNotFound() throws Exception {
        for (String never : List.of("onee", "99991231T000000000Z-00000000", "%3Cscript%3E", "../one")) {
            assertThat(service.send("GET", PAGE + "&release=" + never).statusCode())
                    .as(never)
                    .isEqualTo(404);
        }
        assertThat(text(PAGE + "&release=onee")).contains("release=one\"");
    }

    @Test
    void everyPageOfAReleaseTakesIt() throws Exception {
        String figure = service.data("{ observations(first: 1, release: \"one\") { rows { claim } } }")
                .at("/rows/0/claim")
                .asText();
        for (PageCase page : new PageCases(figure).all()) {
            String path = page.path() + (page.path().contains("?") ? "&" : "?") + "release=one";
            assertThat(service.send("GET", path).statusCode()).as(path).isLessThan(500);
        }
    }

    private String text(String path) throws Exception {
        return new String(service.send("GET", path).body(), UTF_8);
    }
}
