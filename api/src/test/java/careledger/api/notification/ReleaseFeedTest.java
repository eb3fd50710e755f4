package careledger.api.notification;

import static org.assertj.core.api.Assertions.assertThat;

import careledger.api.notification.ReleaseSummary.Changes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ReleaseFeedTest {
    private static final ReleaseSummary FIRST =
            new ReleaseSummary("r1", Instant.parse("2026-11-20T08:00:00Z"), Optional.empty(), 100, Optional.empty());
    private static final ReleaseSummary SECOND = new ReleaseSummary(
            "r2",
            Instant.parse("2026-11-22T08:00:00Z"),
            Optional.of("r1"),
            110,
            Optional.of(new Changes(12, 3, 2, Optional.of(4L))));
    private static final ReleaseSummary OF_AN_EARLIER_PROGRAM = new ReleaseSummary(
            "r0",
            Instant.parse("2026-11-19T08:00:00Z"),
            Optional.of("r"),
            90,
            Optional.of(new Changes(1, 0, 0, Optional.empty())));

    @Test
    void summaryTellsWhatIsNewChangedWithdrawnAndReadsOtherwise() {
        assertThat(SECOND.describe())
                .isEqualTo("Against release r1: 12 figures new, 3 changed, 2 withdrawn."
                        + " 4 published values changed. 110 figures in all.");
        assertThat(FIRST.describe()).isEqualTo("100 figures.");
        assertThat(OF_AN_EARLIER_PROGRAM.describe()).doesNotContain("otherwise");
    }

    @Test
    void idsAreTheSameWhereverTheServiceStandsAndWhateverIsServed() {
        String here = feed("http://127.0.0.1:8080", "r2");
        String there = feed("https://figures.example.org/ledger", "r1");

        assertThat(ids(here)).hasSize(3).isEqualTo(ids(there)).doesNotHaveDuplicates();
    }

    @Test
    void updatedIsTheMomentOfPublishing() {
        assertThat(feed("http://127.0.0.1", "r2"))
                .contains("<updated>2026-11-22T08:00:00Z</updated>", "<updated>2026-11-20T08:00:00Z</updated>");
    }

    @Test
    void servedReleaseIsMarkedAlsoWhereItIsNotTheNewest() {
        String feed = feed("http://127.0.0.1", "r1");

        assertThat(feed).contains("Served: r1");
        assertThat(feed.substring(feed.indexOf("Release r1"))).contains("<category term=\"served\" />");
        assertThat(feed.substring(0, feed.indexOf("Release r1"))).doesNotContain("category");
    }

    @Test
    void whatChangedIsBehindALink() {
        assertThat(feed("https://figures.example.org", "r2"))
                .contains("https://figures.example.org/graphql?query=%7B%20releaseDiff%28from%3A%20%22r1%22");
    }

    private static String feed(String base, String served) {
        return new ReleaseFeed(base, "E10000018", Optional.of(served), List.of(SECOND, FIRST)).text();
    }

    private static List<String> ids(String feed) {
        return Pattern.compile("<id>(.*?)</id>")
                .matcher(feed)
                .results()
                .map(match -> match.group(1))
                .toList();
    }
}
