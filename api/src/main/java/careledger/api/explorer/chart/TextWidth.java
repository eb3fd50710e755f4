package careledger.api.explorer.chart;

/** How wide a text is in the pages' font, Source Sans 3 at weight 700, the heaviest in charts; lighter weights are narrower. */
final class TextWidth {
    private static final int FIRST = ' ';

    /** In hundredths of the font's size, from the blank to the tilde. */
    private static final int[] ASCII = {
        20, 34, 54, 53, 53, 86, 67, 30, 35, 35, 46, 53, 30, 34, 30, 34, 53, 53, 53, 53, 53, 53, 53, 53, 53, 53, 30,
        30, 53, 53, 53, 47, 91, 58, 61, 59, 64, 55, 53, 64, 68, 31, 51, 62, 52, 77, 67, 69, 60, 69, 62, 56, 56, 67,
        56, 82, 57, 53, 55, 35, 34, 35, 53, 50, 56, 53, 58, 47, 58, 52, 35, 54, 58, 28, 28, 55, 29, 86, 58, 56, 58,
        58, 40, 45, 39, 57, 53, 78, 52, 53, 46, 35, 27, 35, 53
    };

    private static final int OTHERS = 58;
    private static final int ELLIPSIS = 98;
    private static final double HUNDREDTHS = 100;

    private TextWidth() {}

    static double of(String text, double size) {
        return text.chars().map(TextWidth::letter).sum() * size / HUNDREDTHS;
    }

    private static int letter(int letter) {
        if (letter >= FIRST && letter < FIRST + ASCII.length) {
            return ASCII[letter - FIRST];
        }
        return letter == '…' ? ELLIPSIS : OTHERS;
    }
}
