package careledger.etl.table;

import careledger.etl.table.format.RichText;
import careledger.etl.table.format.RichText.Position;
import careledger.etl.table.format.ShownCell;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads one sheet of an .ods, from its opening tag to its closing one. */
final class OdsSheet {
    private static final int MOST_CELLS = 5_000_000;
    private static final Set<String> ASIDE = Set.of(
            "annotation", "frame", "custom-shape", "line", "rect", "shapes", "forms", "table-source", "dde-source");
    private static final Set<String> HIDDEN = Set.of("collapse", "filter");

    private final XMLStreamReader xml;
    private final OdsStyles styles;
    private final NavigableMap<Integer, String> columnStyles = new TreeMap<>();
    private String rowStyle = "";
    private int cellsKept;
    private int row = 1;
    private int column = 1;

    /** @param xml at the sheet's opening tag */
    OdsSheet(XMLStreamReader xml, OdsStyles styles) {
        this.xml = xml;
        this.styles = styles;
    }

    /** What an attribute says, whatever its prefix; nothing where it is missing. */
    static String attribute(XMLStreamReader xml, String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }

    /** Whether a reader is at the closing tag of an element. */
    static boolean ended(XMLStreamReader xml, String element) {
        return xml.getEventType() == XMLStreamConstants.END_ELEMENT
                && xml.getLocalName().equals(element);
    }

    SheetCells read(boolean hidden) throws XMLStreamException {
        SheetCells sheet = new SheetCells(attribute(xml, "name"), hidden);
        int nextColumn = 1;
        while (!ended("table")) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            String element = xml.getLocalName();
            if (element.equals("table-column")) {
                int many = number("number-columns-repeated");
                columnStyles.put(nextColumn, attribute(xml, "default-cell-style-name"));
                boolean unseen =
                        HIDDEN.contains(attribute(xml, "visibility")) || styles.flat(attribute(xml, "style-name"));
                for (int i = 0; unseen && i < Math.min(many, 16_384); i++) {
                    sheet.hideColumn(nextColumn + i);
                }
                nextColumn += many;
            } else if (element.equals("table-row")) {
                row(sheet);
            } else if (element.equals("conditional-formats")) {
                new OdsConditions(xml, styles, sheet).read();
            } else if (ASIDE.contains(element)) {
                skip(element);
            }
        }
        return sheet;
    }

    private void row(SheetCells sheet) throws XMLStreamException {
        int many = number("number-rows-repeated");
        boolean unseen = HIDDEN.contains(attribute(xml, "visibility")) || styles.flat(attribute(xml, "style-name"));
        rowStyle = attribute(xml, "default-cell-style-name");
        int first = row;
        column = 1;
        while (!ended("table-row")) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().endsWith("table-cell")) {
                cell(sheet, first, many);
            }
        }
        boolean filled = sheet.rows().containsKey(first);
        for (int i = 0; filled && unseen && i < many; i++) {
            sheet.hideRow(first + i);
        }
        row += many;
    }

    private void cell(SheetCells sheet, int first, int rowsRepeated) throws XMLStreamException {
        String element = xml.getLocalName();
        int many = number("number-columns-repeated");
        int down = number("number-rows-spanned");
        int across = number("number-columns-spanned");
        ShownCell shown = shown(element);
        if (down > 1 || across > 1) {
            sheet.merge(new SheetCells.Merged(first, column, first + down - 1, column + across - 1));
        }
        if (!shown.text().isBlank() && !element.equals("covered-table-cell")) {
            cellsKept += Math.multiplyExact(many, rowsRepeated);
            if (cellsKept > MOST_CELLS) {
                throw new XMLStreamException("a sheet has more than " + MOST_CELLS + " cells");
            }
            for (int r = 0; r < rowsRepeated; r++) {
                for (int c = 0; c < many; c++) {
                    sheet.put(first + r, column + c, shown);
                }
            }
        }
        column += many;
    }

    private ShownCell shown(String element) throws XMLStreamException {
        String type = attribute(xml, "value-type");
        String value =
                switch (type) {
                    case "date" -> attribute(xml, "date-value");
                    case "time" -> attribute(xml, "time-value");
                    case "boolean" -> attribute(xml, "boolean-value");
                    default -> attribute(xml, "value");
                };
        boolean formula = !attribute(xml, "formula").isEmpty();
        String style = style(attribute(xml, "style-name"));
        Written written = written(element, style);
        ShownCell shown = new OdsCell(type, value, formula, style, written.text()).shown(styles);
        return written.unseen() && shown.unclear().isEmpty() ? ShownCell.inTheColourOfItsBackground() : shown;
    }

    /** The cell's own style, else that of its row, else that of its column. */
    private String style(String own) {
        if (!own.isEmpty()) {
            return own;
        }
        return !rowStyle.isEmpty()
                ? rowStyle
                : Optional.ofNullable(columnStyles.floorEntry(column))
                        .map(Map.Entry::getValue)
                        .orElse("");
    }

    /**
     * The text of a cell.
     *
     * @param unseen whether some of its words have the colour of its background
     */
    private record Written(RichText text, boolean unseen) {}

    private Written written(String element, String style) throws XMLStreamException {
        RichText text = new RichText();
        boolean unseen = false;
        Deque<String> spans = new ArrayDeque<>();
        boolean paragraphs = false;
        while (!ended(element)) {
            int event = xml.next();
            String span = spans.isEmpty() ? style : spans.peek();
            Position position = styles.position(span);
            if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                if (paragraphs) {
                    boolean words = !spans.isEmpty() && !xml.getText().isBlank();
                    unseen = unseen || (words && styles.hides(style, span));
                    text.add(xml.getText(), position, !spans.isEmpty() && styles.struckOut(span));
                }
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                String inner = xml.getLocalName();
                if (ASIDE.contains(inner)) {
                    skip(inner);
                } else if (inner.equals("p") && paragraphs) {
                    text.add("\n", Position.LEVEL, false);
                } else if (inner.equals("s")) {
                    text.add(" ".repeat(Math.min(number("c"), 1_000)), Position.LEVEL, false);
                } else if (inner.equals("tab") || inner.equals("line-break")) {
                    text.add(inner.equals("tab") ? "\t" : "\n", Position.LEVEL, false);
                } else if (inner.equals("span")) {
                    spans.push(attribute(xml, "style-name"));
                }
                paragraphs = paragraphs || inner.equals("p");
            } else if (ended("span")) {
                spans.pop();
            }
        }
        return new Written(text, unseen);
    }

    private int number(String attribute) {
        String text = attribute(xml, attribute);
        return text.matches("[0-9]{1,9}") ? Math.max(1, Integer.parseInt(text)) : 1;
    }

    private boolean ended(String element) {
        return ended(xml, element);
    }

    /** Goes to the end of an element, past others of its name within. */
    private void skip(String element) throws XMLStreamException {
        int depth = 1;
        while (depth > 0) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals(element)) {
                depth++;
            } else if (ended(element)) {
                depth--;
            }
        }
    }
}
