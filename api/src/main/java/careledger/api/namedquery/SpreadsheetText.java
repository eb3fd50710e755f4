package careledger.api.namedquery;

import java.util.regex.Pattern;

/** Text that a spreadsheet takes for what it is: no formula, no date that it is not. */
final class SpreadsheetText {
    /** Also a figure as it is read out: 1,234.5 or -3.2%. */
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d[\\d,]*(\\.\\d+)?([eE][+-]?\\d+)?%?");

    private static final Pattern LIKE_A_MONTH = Pattern.compile("\\d{1,4}-\\d{1,2}");
    /** What makes a formula at the start of a cell, in both widths, and white space that is skipped before it. */
    private static final String FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";
    /** Looks like a hyphen, and makes no date. */
    private static final char NON_BREAKING_HYPHEN = '\u2011';

    private SpreadsheetText() {}

    /** With an apostrophe in front, where the text would be read as a formula. */
    static String safe(String text) {
        boolean formula = !text.isEmpty()
                && FORMULA.indexOf(text.charAt(0)) >= 0
                && !NUMBER.matcher(text).matches();
        return formula ? "'" + text : text;
    }

    /** A year pair such as 2009-10, which a spreadsheet takes for October 2009, as text. */
    static String undated(String text) {
        return LIKE_A_MONTH.matcher(text).matches() ? text.replace('-', NON_BREAKING_HYPHEN) : text;
    }
}
