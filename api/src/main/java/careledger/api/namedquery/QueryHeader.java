package careledger.api.namedquery;

import graphql.language.Comment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The comments above a document's operation: {@code # key: text}, going on over lines that begin with more
 * white space.
 *
 * @param rows keys from the answer's data to the list whose elements are the rows of the table
 * @param ofRelease whether the answer depends on the release alone; {@code lasts: request} says that it does not
 */
record QueryHeader(String title, String about, List<String> rows, boolean ofRelease) {
    private static final Pattern LINE = Pattern.compile(" ([a-z]+): (.+)");
    private static final Set<String> KEYS = Set.of("title", "about", "rows", "lasts");
    private static final String REQUEST = "request";

    QueryHeader {
        rows = List.copyOf(rows);
    }

    /** @throws IllegalArgumentException saying what is missing or not understood */
    static QueryHeader read(List<Comment> comments) {
        Map<String, String> said = new LinkedHashMap<>();
        String last = "";
        for (Comment comment : comments) {
            Matcher line = LINE.matcher(comment.getContent());
            if (line.matches()) {
                last = line.group(1);
                said.put(last, line.group(2).strip());
            } else {
                said.merge(last, comment.getContent().strip(), (before, more) -> before + " " + more);
            }
        }
        for (String key : said.keySet()) {
            if (!KEYS.contains(key)) {
                throw new IllegalArgumentException("the comment '" + key + ":' is none of " + KEYS);
            }
        }
        String lasts = said.getOrDefault("lasts", "release");
        if (!lasts.equals("release") && !lasts.equals(REQUEST)) {
            throw new IllegalArgumentException("lasts is 'release' or 'request', found '" + lasts + "'");
        }
        return new QueryHeader(
                needed(said, "title"),
                needed(said, "about"),
                List.of(needed(said, "rows").split("\\.")),
                !lasts.equals(REQUEST));
    }

    private static String needed(Map<String, String> said, String key) {
        String text = said.get(key);
        if (text == null) {
            throw new IllegalArgumentException("a comment '# " + key + ": ...' is missing above the operation");
        }
        return text;
    }
}
