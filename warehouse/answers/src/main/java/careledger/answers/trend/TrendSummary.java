package careledger.answers.trend;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The main message in parts of at most 160 characters, for pages. A part is null where there is nothing to say.
 *
 * @param summary the latest figure, its date and the change
 * @param turningPoint since when it has gone the way it goes, or what came before the latest move
 * @param comparison England and the statistical neighbours for the same period
 * @param extremes the highest and the lowest comparable figure
 * @param earlier figures before the last break or before a gap of more than three years
 */
public record TrendSummary(
        String summary,
        @Nullable String turningPoint,
        @Nullable String comparison,
        @Nullable String extremes,
        @Nullable String earlier) {
    /** The most characters of a part. */
    public static final int LONGEST = 160;

    /** A summary that says only why there is no figure. */
    static TrendSummary only(String... fullestFirst) {
        return new TrendSummary(fitted(fullestFirst), null, null, null, null);
    }

    /** The first of several ways to say a thing that fits, from the fullest to the shortest; the last is cut at a word. */
    static String fitted(String... fullestFirst) {
        return Stream.of(fullestFirst)
                .filter(sentence -> sentence.length() <= LONGEST)
                .findFirst()
                .orElseGet(() -> cut(fullestFirst[fullestFirst.length - 1]));
    }

    private static String cut(String sentence) {
        if (sentence.length() <= LONGEST) {
            return sentence;
        }
        String head = sentence.substring(0, LONGEST - 1);
        return head.substring(0, Math.max(head.lastIndexOf(' '), 1)).replaceFirst("[,;:.(]+$", "") + "…";
    }
}
