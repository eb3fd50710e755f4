package careledger.answers.trend;

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
    static TrendSummary only(String sentence) {
        return new TrendSummary(fitted(sentence), null, null, null, null);
    }

    /** A sentence cut at a word where it is too long. */
    static String fitted(String sentence) {
        if (sentence.length() <= LONGEST) {
            return sentence;
        }
        String head = sentence.substring(0, LONGEST - 1);
        return head.substring(0, Math.max(head.lastIndexOf(' '), 1)).replaceFirst("[,;:.(]+$", "") + "…";
    }
}
