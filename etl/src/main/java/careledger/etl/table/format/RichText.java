package careledger.etl.table.format;

/**
 * Text of which some is raised, lowered or struck out. Raised and lowered digits are footnote marks as often as not, and
 * are kept apart from the digits before them: 123 with a raised 1 is {@code 123¹}, never 1231.
 */
public final class RichText {
    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private static final String LOWERED = "₀₁₂₃₄₅₆₇₈₉";

    private final StringBuilder text = new StringBuilder();
    private boolean struck;

    /** How a run of characters is set. */
    public enum Position {
        LEVEL,
        RAISED,
        LOWERED
    }

    public RichText add(String run, Position position, boolean struckOut) {
        struck = struck || (struckOut && !run.isBlank());
        String digits = position == Position.RAISED ? RAISED : LOWERED;
        for (int i = 0; i < run.length(); i++) {
            char letter = run.charAt(i);
            boolean digit = letter >= '0' && letter <= '9';
            text.append(digit && position != Position.LEVEL ? digits.charAt(letter - '0') : letter);
        }
        return this;
    }

    public String text() {
        return text.toString();
    }

    public ShownCell shown() {
        return struck
                ? ShownCell.unclear(
                        text.toString(),
                        "Part of the cell is struck out, so nobody can say what it still reports. Delete what is struck"
                                + " out, or leave the row out.")
                : ShownCell.of(text.toString());
    }
}
