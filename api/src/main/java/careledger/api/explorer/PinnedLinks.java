package careledger.api.explorer;

import careledger.api.explorer.file.FileForm;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Keeps a reader of an earlier release in it: links and forms that lead to pages of a release name it. */
final class PinnedLinks {
    /** Text between tags is escaped, so that nothing but a tag begins with {@code <}. */
    private static final Pattern TAG =
            Pattern.compile("(<(?:a|form)\\b[^>]*?\\s)(href|action)=\"(/[^\"#]*)(#[^\"]*)?\"([^>]*>)");

    /** Marks a link to the current figures. */
    private static final String ELSEWHERE = "rel=\"alternate\"";

    private static final Pattern NAMED = Pattern.compile("[?&;]" + Route.RELEASE + "=");

    private static final List<PathPattern> PINNABLE = Arrays.stream(Route.values())
            .filter(Route::ofRelease)
            .flatMap(route -> Stream.concat(
                    Stream.of(route.pattern()), route.files().stream().map((FileForm form) -> route.pattern(form))))
            .map(PathPatternParser.defaultInstance::parse)
            .toList();

    private PinnedLinks() {}

    /** A page with its links and forms. */
    static String in(String html, String release) {
        return TAG.matcher(html).replaceAll(tag -> Matcher.quoteReplacement(pinned(tag, release)));
    }

    private static String pinned(MatchResult tag, String release) {
        if (tag.group().contains(ELSEWHERE)) {
            return tag.group();
        }
        String link = tag.group(3);
        String after = (tag.group(4) == null ? "" : tag.group(4)) + "\"" + tag.group(5);
        if (tag.group(2).equals("action")) {
            String hidden = leadsToAPage(link) && tag.group().contains("method=\"get\"")
                    ? "<input type=\"hidden\" name=\"" + Route.RELEASE + "\" value=\"" + encoded(release) + "\">"
                    : "";
            return tag.group(1) + "action=\"" + link + after + hidden;
        }
        return tag.group(1) + "href=\"" + with(link, release, "&amp;") + after;
    }

    /** A link as it is written into a file. */
    static String of(String link, String release) {
        return with(link, release, "&");
    }

    private static String with(String link, String release, String separator) {
        return !leadsToAPage(link) || NAMED.matcher(link).find()
                ? link
                : link + (link.contains("?") ? separator : "?") + Route.RELEASE + "=" + encoded(release);
    }

    private static boolean leadsToAPage(String link) {
        PathContainer path = PathContainer.parsePath(link.split("\\?", 2)[0]);
        return PINNABLE.stream().anyMatch(pattern -> pattern.matches(path));
    }

    private static String encoded(String release) {
        return URLEncoder.encode(release, StandardCharsets.UTF_8);
    }
}
