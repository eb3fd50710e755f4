package careledger.etl.table;

/** Whether text of one colour can be read on another. */
final class Contrast {
    /** The ratio of two lightnesses, from 1 (the same) to 21; the palest grey that is meant to be read has 1.4. */
    private static final double LEAST = 1.2;

    private Contrast() {}

    /** @param text as six hexadecimal digits, like {@code behind} */
    static boolean unreadable(String text, String behind) {
        double one = lightness(text);
        double other = lightness(behind);
        return text.equalsIgnoreCase(behind)
                || ((Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05) < LEAST && near(text, behind));
    }

    /** Red on green can be read although both are equally light. */
    private static boolean near(String text, String behind) {
        for (int part = 0; part < 3; part++) {
            if (Math.abs(channel(text, part) - channel(behind, part)) > 0.15) {
                return false;
            }
        }
        return true;
    }

    /** As the Web Content Accessibility Guidelines define it. */
    private static double lightness(String colour) {
        return 0.2126 * linear(channel(colour, 0))
                + 0.7152 * linear(channel(colour, 1))
                + 0.0722 * linear(channel(colour, 2));
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }

    private static double channel(String colour, int part) {
        return Integer.parseInt(colour.substring(2 * part, 2 * part + 2), 16) / 255.0;
    }
}
