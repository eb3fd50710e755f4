package careledger.api.explorer.chart;

import java.util.Locale;

/** Writes SVG. Text and attributes are escaped; numbers are rounded to a tenth, so that the same picture has the same text. */
final class Svg {
    private final StringBuilder text = new StringBuilder(4096);

    /** An element that holds nothing; attributes are names and values by turns. */
    Svg empty(String name, Object... attributes) {
        return start(name, "/>", attributes);
    }

    /** An element that is closed later. */
    Svg open(String name, Object... attributes) {
        return start(name, ">", attributes);
    }

    Svg close(String name) {
        text.append("</").append(name).append('>');
        return this;
    }

    /** An element that holds text. */
    Svg text(String name, String content, Object... attributes) {
        start(name, ">", attributes);
        text.append(escaped(content));
        return close(name);
    }

    private Svg start(String name, String end, Object... attributes) {
        text.append('<').append(name);
        for (int i = 0; i + 1 < attributes.length; i += 2) {
            text.append(' ')
                    .append(attributes[i])
                    .append("=\"")
                    .append(value(attributes[i + 1]))
                    .append('"');
        }
        text.append(end);
        return this;
    }

    static String value(Object value) {
        return value instanceof Double number ? number(number) : escaped(String.valueOf(value));
    }

    static String number(double number) {
        String rounded = String.format(Locale.ROOT, "%.1f", number);
        return rounded.endsWith(".0") ? rounded.substring(0, rounded.length() - 2) : rounded;
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
