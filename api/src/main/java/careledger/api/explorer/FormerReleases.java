package careledger.api.explorer;

import careledger.answers.query.ArgumentPath;
import careledger.api.execution.QueryTime;
import careledger.api.execution.RequestRelease;
import careledger.api.execution.RequestReleases;
import careledger.api.explorer.Chrome.NavLink;
import careledger.release.run.ExtractCount;
import careledger.release.run.RunRecord;
import careledger.release.run.RunRecords;
import careledger.release.run.RunState;
import careledger.release.store.Release;
import careledger.release.store.Releases;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Releases before the current one, kept or not, as far as the records of runs and the releases that are kept show. */
@Component
final class FormerReleases {
    private static final int SHOWN = 10;
    private static final Pattern ID = Pattern.compile("(\\d{8}T\\d{9}Z)-[0-9a-f]{8}(?:-from-(\\d{8}T\\d{6}Z))?");
    private static final DateTimeFormatter MADE =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter FROM =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final Releases releases;
    private final RunRecords runs;
    private final RequestReleases requests;
    private final PageMakers makers;
    private final Clock clock;

    FormerReleases(Releases releases, RunRecords runs, RequestReleases requests, PageMakers makers, Clock clock) {
        this.releases = releases;
        this.runs = runs;
        this.requests = requests;
        this.makers = makers;
        this.clock = clock;
    }

    /** Whether there was such a release: a run published it, or its id is one that a run gave in the past. */
    boolean was(String id) {
        Matcher stamps = ID.matcher(id);
        return stamps.matches() ? isPast(stamps) : published(id).isPresent();
    }

    private boolean isPast(Matcher stamps) {
        try {
            Instant made = Instant.from(MADE.parse(stamps.group(1)));
            String from = stamps.group(2);
            Instant last = from == null ? made : Instant.from(FROM.parse(from));
            return last.isBefore(clock.instant());
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** The page is of the release that its address names. */
    Pin kept(Address address, RequestRelease release) {
        String made = Words.day(
                release.served().manifest().createdAt().atZone(ZoneOffset.UTC).toLocalDate());
        String text = "This address names data version " + release.version() + " of " + made + ".";
        Optional<String> current = releases.currentId();
        if (current.equals(Optional.of(release.version()))) {
            return new Pin(text + " It is the current one.", List.of(), List.of());
        }
        List<NavLink> links = new ArrayList<>();
        links.add(new NavLink("Current figures", address.without(Route.RELEASE).link(), false));
        current.ifPresent(id -> links.add(new NavLink(
                "What has changed since",
                Route.RELEASE_DIFFERENCE.of(release.version() + ".." + id).link(),
                false)));
        return new Pin(text + " These are not the current figures.", List.of(), links);
    }

    /** The page is of the current release, because the one that its address names is gone. */
    Pin gone(String id, RequestedPage asked, PageContent now, RequestRelease current, QueryTime time) {
        List<RunRecord> since = since(id);
        List<String> changes = new ArrayList<>();
        changes.add(counts(since));
        documents(id).ifPresent(changes::add);
        oldestSince(since, current).ifPresent(kept -> changes.addAll(onThisPage(kept, asked, now, time)));
        return new Pin(
                "Data version " + id + ", which this address names, is no longer kept. These are the figures of data"
                        + " version " + current.version() + ".",
                changes,
                List.of(
                        new NavLink(
                                "This page without a data version",
                                asked.address().without(Route.RELEASE).link(),
                                false),
                        new NavLink(
                                "Releases that are kept",
                                Route.RELEASES.address().link(),
                                false)));
    }

    private Optional<RunRecord> published(String id) {
        return runs.list().stream()
                .filter(run ->
                        run.state() == RunState.PUBLISHED && run.release().equals(Optional.of(id)))
                .findFirst();
    }

    /** Runs that published later, newest first; none where nothing is known of it. */
    private List<RunRecord> since(String id) {
        List<RunRecord> published = runs.list().stream()
                .filter(run -> run.state() == RunState.PUBLISHED)
                .toList();
        for (int i = 0; i < published.size(); i++) {
            if (published.get(i).release().equals(Optional.of(id))) {
                return published.subList(0, i);
            }
        }
        return List.of();
    }

    private static String counts(List<RunRecord> since) {
        if (since.isEmpty()) {
            return "What has changed since is not recorded here.";
        }
        return "%,d releases were published since; by the count of their runs they added %,d figures, changed %,d and removed %,d."
                .formatted(
                        since.size(),
                        since.stream().mapToLong(RunRecord::newClaims).sum(),
                        since.stream().mapToLong(RunRecord::changedClaims).sum(),
                        since.stream().mapToLong(RunRecord::vanishedClaims).sum())
                .replace("1 releases were", "One release was");
    }

    /** Files that the current release was made of, and this one was not. */
    private Optional<String> documents(String id) {
        Optional<RunRecord> then = published(id);
        Optional<RunRecord> now = releases.currentId().flatMap(this::published);
        if (then.isEmpty() || now.isEmpty()) {
            return Optional.empty();
        }
        Set<String> known =
                then.get().extracts().stream().map(ExtractCount::sha256).collect(Collectors.toSet());
        List<String> files = now.get().extracts().stream()
                .filter(extract -> !known.contains(extract.sha256()))
                .map(ExtractCount::file)
                .distinct()
                .toList();
        return files.isEmpty()
                ? Optional.empty()
                : Optional.of("Files loaded or changed since: " + listed(files) + ".");
    }

    /** The oldest release that is kept of those published since; empty where that is the one that answers. */
    private Optional<Release> oldestSince(List<RunRecord> since, RequestRelease current) {
        Set<String> later =
                since.stream().flatMap(run -> run.release().stream()).collect(Collectors.toSet());
        return releases.list().stream()
                .filter(release -> later.contains(release.id()))
                .reduce((newer, older) -> older)
                .filter(release -> !release.id().equals(current.version()));
    }

    private List<String> onThisPage(Release kept, RequestedPage asked, PageContent now, QueryTime time) {
        try (RequestRelease release = requests.take(time, kept.id(), ArgumentPath.of(Route.RELEASE))) {
            List<String> changed = PageChanges.between(makers.make(asked, release), now);
            List<String> said = new ArrayList<>();
            said.add(
                    "On this page, %,d rows of the tables differ from data version %s, the oldest that is kept of those since."
                            .formatted(changed.size(), kept.id())
                            .replace("page, 1 rows of the tables differ", "page, one row of the tables differs")
                            .replace("page, 0 rows of the tables differ", "page, no row of the tables differs"));
            changed.stream().limit(SHOWN).forEach(said::add);
            if (changed.size() > SHOWN) {
                said.add("And " + (changed.size() - SHOWN) + " more.");
            }
            return said;
        }
    }

    private static String listed(List<String> files) {
        return String.join(", ", files.subList(0, Math.min(SHOWN, files.size())))
                + (files.size() > SHOWN ? " and " + (files.size() - SHOWN) + " more" : "");
    }
}
