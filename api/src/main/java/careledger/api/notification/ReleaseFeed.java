package careledger.api.notification;

import com.rometools.rome.feed.atom.Category;
import com.rometools.rome.feed.atom.Content;
import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.feed.atom.Person;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedOutput;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Releases as an Atom feed. The id of an entry is made of the release's, and the feed's of the area's, so that both stay
 * the same wherever the service runs.
 *
 * @param base address of the service, without a slash at its end
 * @param area that the service is about
 * @param served the release that answers questions
 * @param news newest first
 */
record ReleaseFeed(String base, String area, Optional<String> served, List<ReleaseSummary> news) {
    static final String PATH = "/api/releases.atom";
    private static final String JSON = "application/json";

    ReleaseFeed {
        news = List.copyOf(news);
    }

    Instant updated() {
        return news.stream()
                .map(ReleaseSummary::publishedAt)
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
    }

    String text() {
        Person author = new Person();
        author.setName("Care Ledger");
        Feed feed = new Feed("atom_1.0");
        feed.setId(id("feed of releases about " + area));
        feed.setTitle("Care Ledger: releases");
        feed.setSubtitle(plain(served.map(id -> "Served: " + id).orElse("No release is served.")));
        feed.setAuthors(List.of(author));
        feed.setUpdated(Date.from(updated()));
        feed.setOtherLinks(List.of(link("self", "application/atom+xml", base + PATH, "This feed")));
        feed.setEntries(news.stream().map(this::entry).toList());
        try {
            return new WireFeedOutput().outputString(feed);
        } catch (FeedException e) {
            throw new IllegalStateException("The feed of releases cannot be written.", e);
        }
    }

    private Entry entry(ReleaseSummary one) {
        Entry entry = new Entry();
        entry.setId(id("release " + one.release() + " of " + one.publishedAt()));
        entry.setTitle("Release " + one.release());
        entry.setPublished(Date.from(one.publishedAt()));
        entry.setUpdated(Date.from(one.publishedAt()));
        entry.setSummary(plain(one.describe()));
        entry.setAlternateLinks(
                List.of(link("alternate", JSON, base + "/api/releases/" + one.release(), "Its tables, to take away")));
        one.previous()
                .ifPresent(before -> entry.setOtherLinks(
                        List.of(link("related", JSON, diff(before, one.release()), "What changed, value by value"))));
        if (served.filter(one.release()::equals).isPresent()) {
            Category category = new Category();
            category.setTerm("served");
            entry.setCategories(List.of(category));
        }
        return entry;
    }

    private String diff(String from, String to) {
        String query = "{ releaseDiff(from: \"" + from + "\", to: \"" + to + "\") { added removed changed hasNextPage"
                + " rows { kind before { indicator area period breakdown valueText }"
                + " after { indicator area period breakdown valueText } } } }";
        return base + "/graphql?query="
                + URLEncoder.encode(query, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static Link link(String relation, String type, String address, String title) {
        Link link = new Link();
        link.setRel(relation);
        link.setType(type);
        link.setHref(address);
        link.setTitle(title);
        return link;
    }

    private static Content plain(String text) {
        Content content = new Content();
        content.setType(Content.TEXT);
        content.setValue(text);
        return content;
    }

    private static String id(String name) {
        return "urn:uuid:" + UUID.nameUUIDFromBytes(("care-ledger " + name).getBytes(StandardCharsets.UTF_8));
    }
}
