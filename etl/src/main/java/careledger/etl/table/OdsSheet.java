package careledger.etl.table;

import java.util.Set;
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
    private int cellsKept;
    private int row = 1;
    private int column = 1;

    /** @param xml at the sheet's opening tag */
    OdsSheet(XMLStreamReader xml) {
        this.xml = xml;
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
                boolean unseen = HIDDEN.contains(attribute(xml, "visibility"));
                for (int i = 0; unseen && i < Math.min(many, 16_384); i++) {
                    sheet.hideColumn(nextColumn + i);
                }
                nextColumn += many;
            } else if (element.equals("table-row")) {
                row(sheet);
            } else if (ASIDE.contains(element)) {
                skip(element);
            }
        }
        return sheet;
    }

    private void row(SheetCells sheet) throws XMLStreamException {
        int many = number("number-rows-repeated");
        boolean unseen = HIDDEN.contains(attribute(xml, "visibility"));
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
        String stored = stored();
        String shown = shown(element);
        String text = stored.isEmpty() ? shown : stored;
        if (down > 1 || across > 1) {
            sheet.merge(new SheetCells.Merged(first, column, first + down - 1, column + across - 1));
        }
        if (!text.isBlank() && !element.equals("covered-table-cell")) {
            cellsKept += Math.multiplyExact(many, rowsRepeated);
            if (cellsKept > MOST_CELLS) {
                throw new XMLStreamException("a sheet has more than " + MOST_CELLS + " cells");
            }
            for (int r = 0; r < rowsRepeated; r++) {
                for (int c = 0; c < many; c++) {
                    sheet.put(first + r, column + c, text);
                }
            }
        }
        column += many;
    }

    /** What is written in one way only, however it is shown: days, and numbers that show nothing of themselves. */
    private String stored() {
        return switch (attribute(xml, "value-type")) {
            case "date" -> attribute(xml, "date-value").replaceFirst("T00:00:00$", "");
            case "boolean" -> attribute(xml, "boolean-value").equals("true") ? "TRUE" : "FALSE";
            default -> "";
        };
    }

    private String shown(String element) throws XMLStreamException {
        String value = attribute(xml, "value");
        StringBuilder text = new StringBuilder();
        boolean paragraphs = false;
        while (!ended(element)) {
            int event = xml.next();
            if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                text.append(xml.getText());
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                String inner = xml.getLocalName();
                if (ASIDE.contains(inner)) {
                    skip(inner);
                } else if (inner.equals("p") && paragraphs) {
                    text.append('\n');
                } else if (inner.equals("s")) {
                    text.append(" ".repeat(Math.min(number("c"), 1_000)));
                } else if (inner.equals("tab") || inner.equals("line-break")) {
                    text.append(inner.equals("tab") ? '\t' : '\n');
                }
                paragraphs = paragraphs || inner.equals("p");
            }
        }
        return text.isEmpty() ? value : text.toString();
    }

    private int number(String attribute) {
        String text = attribute(xml, attribute);
        return text.matches("[0-9]{1,9}") ? Math.max(1, Integer.parseInt(text)) : 1;
    }

    private boolean ended(String element) {
        return xml.getEventType() == XMLStreamConstants.END_ELEMENT
                && xml.getLocalName().equals(element);
    }

    /** Goes to the end of an element, past others of its name within. */
    private void skip(String element) throws XMLStreamException {
        int depth = 1;
        while (depth > 0) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals(element)) {
                depth++;
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals(element)) {
                depth--;
            }
        }
    }
}
