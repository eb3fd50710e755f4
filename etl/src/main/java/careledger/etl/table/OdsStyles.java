package careledger.etl.table;

import careledger.etl.table.format.CellFormat;
import careledger.etl.table.format.RichText.Position;
import careledger.etl.table.format.StyleFormats;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The styles of an .ods that decide what its cells show. */
final class OdsStyles {
    private static final Pattern COLOUR = Pattern.compile("#[0-9A-Fa-f]{6}");

    private final StyleFormats numbers = new StyleFormats();
    private final Map<String, Style> styles = new HashMap<>();
    private final Map<String, CellFormat> formats = new HashMap<>();
    private final Set<String> hiddenSheets = new HashSet<>();
    private final Set<String> flat = new HashSet<>();
    private final Map<String, List<OdsCondition>> conditions = new HashMap<>();
    private final Map<String, Look> looks = new HashMap<>();

    /** The properties of one style; the others come from its parent. */
    private record Style(
            String parent,
            String format,
            Optional<Position> position,
            Optional<Boolean> struck,
            String text,
            String fill) {
        Style with(XMLStreamReader xml) {
            String offset = attribute(xml, "text-position");
            String line = attribute(xml, "text-line-through-style") + attribute(xml, "text-line-through-type");
            String colour = attribute(xml, "color");
            String background = attribute(xml, "background-color");
            return new Style(
                    parent,
                    format,
                    offset.isEmpty() ? position : Optional.of(position(offset)),
                    line.isEmpty()
                            ? struck
                            : Optional.of(!line.replace("none", "").isEmpty()),
                    colour.isEmpty() ? text : colour,
                    background.isEmpty() ? fill : background);
        }

        private static Position position(String offset) {
            if (offset.startsWith("super") || offset.matches("[1-9].*")) {
                return Position.RAISED;
            }
            return offset.startsWith("sub") || offset.startsWith("-") ? Position.LOWERED : Position.LEVEL;
        }

        /** With the properties of a parent where this one has none. */
        Style over(Style below) {
            return new Style(
                    parent,
                    format.isEmpty() ? below.format() : format,
                    position.or(below::position),
                    struck.or(below::struck),
                    text.isEmpty() ? below.text() : text,
                    fill.isEmpty() ? below.fill() : fill);
        }
    }

    /**
     * The look that a style and its parents give to a cell, worked out once for all cells with that style.
     *
     * @param hides whether a cell is written in the colour of its background
     * @param conditions by which the cell gets the look of another style
     */
    private record Look(Style style, boolean hides, List<OdsCondition> conditions) {}

    private static final Style NONE = new Style("", "", Optional.empty(), Optional.empty(), "", "");

    /** Reads an element of styles, to its end. */
    void read(XMLStreamReader xml) throws XMLStreamException {
        String name = attribute(xml, "name");
        String element = xml.getLocalName();
        if (element.equals("style")) {
            style(xml, name);
        } else if (StyleFormats.isStyle(element)) {
            numbers.start(xml);
            while (!ended(xml, element)) {
                int event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    numbers.start(xml);
                } else if (event == XMLStreamConstants.CHARACTERS) {
                    numbers.characters(xml.getText());
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    numbers.end(xml.getLocalName());
                }
            }
        }
    }

    static boolean isStyle(String element) {
        return element.equals("style") || StyleFormats.isStyle(element);
    }

    private void style(XMLStreamReader xml, String name) throws XMLStreamException {
        String displayed = attribute(xml, "display-name");
        Style style = new Style(
                attribute(xml, "parent-style-name"),
                attribute(xml, "data-style-name"),
                Optional.empty(),
                Optional.empty(),
                "",
                "");
        while (!ended(xml, "style")) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                String inner = xml.getLocalName();
                if (inner.equals("table-properties")
                        && attribute(xml, "display").equals("false")) {
                    hiddenSheets.add(name);
                } else if (inner.equals("map")) {
                    conditions
                            .computeIfAbsent(name, one -> new ArrayList<>())
                            .add(OdsCondition.of(attribute(xml, "condition"), attribute(xml, "apply-style-name")));
                } else if (inner.endsWith("-properties")) {
                    style = style.with(xml);
                    boolean nothing = attribute(xml, "row-height").matches("0(\\.0*)?(cm|in|pt|mm)?")
                            || attribute(xml, "column-width").matches("0(\\.0*)?(cm|in|pt|mm)?");
                    if (nothing) {
                        flat.add(name);
                    }
                }
            }
        }
        styles.put(name, style);
        if (!displayed.isEmpty()) {
            styles.putIfAbsent(displayed, style);
        }
    }

    boolean hidesSheet(String style) {
        return hiddenSheets.contains(style);
    }

    /** Whether rows or columns of a style have no height or width. */
    boolean flat(String style) {
        return flat.contains(style);
    }

    /** Whether cells of the style say by themselves how numbers are displayed. */
    boolean formatted(String style) {
        return !format(style).equals(CellFormat.GENERAL);
    }

    CellFormat format(String style) {
        return formats.computeIfAbsent(
                style, name -> numbers.format(look(name).style().format()));
    }

    Position position(String style) {
        return look(style).style().position().orElse(Position.LEVEL);
    }

    boolean struckOut(String style) {
        return look(style).style().struck().orElse(false);
    }

    /** Whether a cell is written in the colour of its background. */
    boolean hides(String style) {
        return look(style).hides();
    }

    /** Whether words with a style of their own have the colour of the background of their cell. */
    boolean hides(String cell, String words) {
        return unreadable(look(words).style().text(), look(cell).style().fill());
    }

    /** The conditions by which cells of a style get the look of another. */
    List<OdsCondition> conditions(String style) {
        return look(style).conditions();
    }

    /** Whether another style, which a condition puts over that of a cell, changes or hides what the cell shows. */
    boolean changes(String cell, String over) {
        Style seen = look(over).style().over(look(cell).style());
        return !styles.containsKey(over) || formatted(over) || struckOut(over) || unreadable(seen.text(), seen.fill());
    }

    private Look look(String name) {
        return looks.computeIfAbsent(name, this::inherited);
    }

    /** A style that is its own ancestor inherits nothing more from itself. */
    private Look inherited(String name) {
        Style style = NONE;
        List<OdsCondition> all = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        String next = name;
        while (!next.isEmpty() && styles.containsKey(next) && seen.add(next)) {
            Style one = styles.getOrDefault(next, NONE);
            style = style.over(one);
            all.addAll(conditions.getOrDefault(next, List.of()));
            next = one.parent();
        }
        return new Look(style, unreadable(style.text(), style.fill()), List.copyOf(all));
    }

    /** Text without a colour is made to be read on any. */
    private static boolean unreadable(String text, String fill) {
        String behind = fill.isEmpty() || fill.equals("transparent") ? "#ffffff" : fill;
        return COLOUR.matcher(text).matches()
                && COLOUR.matcher(behind).matches()
                && Contrast.unreadable(text.substring(1), behind.substring(1));
    }

    private static boolean ended(XMLStreamReader xml, String element) {
        return OdsSheet.ended(xml, element);
    }

    private static String attribute(XMLStreamReader xml, String name) {
        return OdsSheet.attribute(xml, name);
    }
}
