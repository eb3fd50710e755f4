package careledger.schema.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** The known names that lie nearest to one that is not known, for messages that help. */
public final class Nearest {
    private static final int HOW_MANY = 3;

    private Nearest() {}

    /**
     * At most three known names, nearest first; none that shares too little to be meant, and none at all for a text that
     * is longer than a message repeats: comparing it would take long, and it is no misspelt name.
     */
    public static List<String> to(String asked, Collection<String> known) {
        if (asked.length() > Echo.MOST) {
            return List.of();
        }
        String wanted = asked.toLowerCase(Locale.ROOT);
        return known.stream()
                .map(name -> new Candidate(name, distance(wanted, name.toLowerCase(Locale.ROOT))))
                .filter(candidate -> candidate.distance() <= limit(wanted, candidate.name()))
                .sorted(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
                .limit(HOW_MANY)
                .map(Candidate::name)
                .toList();
    }

    /** " Nearest known: a, b." or nothing, ready to end a message with. */
    public static String sentence(String asked, Collection<String> known) {
        List<String> nearest = to(asked, known);
        return nearest.isEmpty() ? "" : nearest.stream().collect(Collectors.joining("', '", " Nearest known: '", "'."));
    }

    /**
     * A name that contains what was asked (or the other way round) is near, however long the rest. Only as many edits are
     * counted as make a name near.
     */
    private static int distance(String asked, String name) {
        boolean contained = asked.length() >= 3 && name.length() >= 3 && (name.contains(asked) || asked.contains(name));
        int most = contained ? Math.max(asked.length(), name.length()) : limit(asked, name);
        int edits =
                Math.abs(asked.length() - name.length()) > most ? -1 : new LevenshteinDistance(most).apply(asked, name);
        if (edits < 0) {
            return Integer.MAX_VALUE;
        }
        return contained ? Math.min(edits, 1 + edits / 8) : edits;
    }

    private static int limit(String asked, String name) {
        return Math.max(2, Math.max(asked.length(), name.length()) * 2 / 5);
    }

    private record Candidate(String name, int distance) {}
}
