package careledger.api.explorer.chart;

/** How wide a text is in the pages' font, Source Sans 3 at weight 600; lighter weights are a little narrower. */
final class TextWidth {
    private static final int FIRST = ' ';

    /** In hundredths of the font's size, from the blank to the tilde. */
    private static final int[] ASCII = {
        20, 32, 48, 51, 51, 84, 64, 28, 32, 32, 44, 51, 28, 32, 28, 34, 51, 51, 51, 51, 51, 51, 51, 51, 51, 51, 28, 28,
        51, 51, 51, 44, 88, 56, 60, 58, 62, 54, 51, 63, 66, 28, 49, 60, 50, 74, 66, 67, 58, 67, 59, 54, 55, 66, 54, 80,
        54, 50, 54, 32, 34, 32, 51, 50, 55, 52, 56, 46, 56, 51, 32, 52, 56, 26, 26, 52, 27, 84, 56, 55, 56, 56, 37, 43,
        36, 56, 50, 75, 48, 50, 44, 32, 26, 32, 51
    };

    private static final int OTHERS = 56;
    private static final double HUNDREDTHS = 100;

    private TextWidth() {}

    static double of(String text, double size) {
        int width = text.chars()
                .map(letter -> letter >= FIRST && letter < FIRST + ASCII.length ? ASCII[letter - FIRST] : OTHERS)
                .sum();
        return width * size / HUNDREDTHS;
    }
}
