package careledger.api.explorer;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lets every link of a page to this service begin with the path below which readers find it. */
final class PrefixedLinks {
    private static final Pattern TAG = Pattern.compile("<[a-zA-Z](?:[^\"'<>]++|\"[^\"]*+\"|'[^']*+')*+>");
    private static final Pattern LINK = Pattern.compile("(\\s(?:href|src|action|formaction|data-link)=\")(?=/(?!/))");

    private PrefixedLinks() {}

    static String in(String html, String prefix) {
        if (prefix.isEmpty()) {
            return html;
        }
        String with = "$1" + Matcher.quoteReplacement(prefix);
        return TAG.matcher(html)
                .replaceAll(tag ->
                        Matcher.quoteReplacement(LINK.matcher(tag.group()).replaceAll(with)));
    }
}
