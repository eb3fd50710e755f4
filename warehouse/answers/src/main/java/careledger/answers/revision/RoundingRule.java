package careledger.answers.revision;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Why two figures are not one in a finer and a coarser print: they differ by more than half a unit of the last decimal of
 * the coarser.
 */
record RoundingRule(Print before, Print after) {
    /**
     * A figure as it was printed.
     *
     * @param text with its unit
     * @param decimals that it was printed with
     */
    record Print(BigDecimal value, String text, int decimals) {
        BigDecimal rounded(int to, RoundingMode mode) {
            return value.setScale(to, mode);
        }
    }

    String describe() {
        if (before.decimals == after.decimals) {
            return "Both are printed with " + decimals(before.decimals) + ", so rounding does not explain the"
                    + " difference.";
        }
        boolean finerFirst = before.decimals > after.decimals;
        Print finer = finerFirst ? before : after;
        Print coarser = finerFirst ? after : before;
        BigDecimal rounded = finer.rounded(coarser.decimals, RoundingMode.HALF_UP);
        BigDecimal cut = finer.rounded(coarser.decimals, RoundingMode.DOWN);
        String rule = finer.text + " with " + decimals(coarser.decimals) + " is " + rounded.toPlainString() + ", not "
                + coarser.text + ": another figure, not the same one printed more coarsely.";
        return cut.compareTo(coarser.value) == 0
                ? rule + " Cut off and not rounded it would be the same; the documents do not say that they do so."
                : rule;
    }

    private static String decimals(int decimals) {
        return switch (decimals) {
            case 0 -> "no decimals";
            case 1 -> "one decimal";
            case 2 -> "two decimals";
            default -> decimals + " decimals";
        };
    }
}
