package careledger.schema.text;

/** Text of a caller as a message repeats it: no longer than helps to recognise it. */
public final class Echo {
    public static final int MOST = 60;

    private Echo() {}

    /** The text, or its beginning, a sign that it goes on, and its length. */
    public static String of(String text) {
        if (text.length() <= MOST) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(MOST - 1)) ? MOST - 1 : MOST;
        return text.substring(0, end) + "… (" + text.length() + " characters)";
    }
}
