package careledger.schema.text;

import java.util.regex.Pattern;

/** The many dashes of typesetters: hyphens, figure, en and em dashes, minus signs, in every width. */
public final class Dashes {
    private static final Pattern ANY = Pattern.compile("[\\p{Pd}\\u2212\\u00AD\\u02D7\\u2043]");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0\\u2007\\u202F\\u2009\\u200A]+");

    private Dashes() {}

    /** The text with the hyphen of the keyboard in place of each, and plain spaces. */
    public static String plain(String text) {
        return SPACES.matcher(ANY.matcher(text).replaceAll("-")).replaceAll(" ");
    }
}
