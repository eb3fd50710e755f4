package careledger.etl.table;

import careledger.etl.table.format.ShownCell;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.ss.util.CellReference;

/**
 * The conditional formats that LibreOffice writes after the rows of a sheet: bars and icons in place of numbers, and
 * conditions that the styles of the cells repeat, for programs that know them from there only.
 */
final class OdsConditions {
    private static final Pattern RANGE = Pattern.compile(
            "(?:'(?:[^']|'')*'|[^\\s'.]*)\\.\\$?([A-Z]{1,3})\\$?([0-9]+)(?::(?:'(?:[^']|'')*'|[^\\s'.]*)\\.\\$?([A-Z]{1,3})\\$?([0-9]+))?");

    private final XMLStreamReader xml;
    private final OdsStyles styles;
    private final SheetCells sheet;

    /** @param xml at the opening tag of the conditional formats */
    OdsConditions(XMLStreamReader xml, OdsStyles styles, SheetCells sheet) {
        this.xml = xml;
        this.styles = styles;
        this.sheet = sheet;
    }

    private record Range(int firstRow, int firstColumn, int lastRow, int lastColumn) {}

    void read() throws XMLStreamException {
        List<Range> ranges = List.of();
        while (!OdsSheet.ended(xml, "conditional-formats")) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            switch (xml.getLocalName()) {
                case "conditional-format" -> ranges = ranges(OdsSheet.attribute(xml, "target-range-address"));
                case "condition" -> {
                    String over = OdsSheet.attribute(xml, "apply-style-name");
                    if (styles.changes("", over)) {
                        OdsCondition condition = OdsCondition.of(OdsSheet.attribute(xml, "value"), over);
                        ranges.forEach(range -> change(range, condition));
                    }
                }
                case "data-bar", "icon-set", "formatting-entry" -> {
                    if (OdsSheet.attribute(xml, "show-value").equals("false")) {
                        ranges.forEach(range -> change(range, new OdsCondition(Optional.empty(), "")));
                    }
                }
                default -> {
                    // colours and dates change nothing of what is read
                }
            }
        }
    }

    private static List<Range> ranges(String addresses) {
        List<Range> ranges = new ArrayList<>();
        Matcher one = RANGE.matcher(addresses);
        while (one.find()) {
            int column = CellReference.convertColStringToIndex(one.group(1)) + 1;
            int row = Integer.parseInt(one.group(2));
            ranges.add(
                    one.group(3) == null
                            ? new Range(row, column, row, column)
                            : new Range(
                                    row,
                                    column,
                                    Integer.parseInt(one.group(4)),
                                    CellReference.convertColStringToIndex(one.group(3)) + 1));
        }
        return ranges;
    }

    private void change(Range range, OdsCondition condition) {
        sheet.rows()
                .subMap(range.firstRow(), true, range.lastRow(), true)
                .values()
                .forEach(cells -> cells.subMap(range.firstColumn(), true, range.lastColumn(), true)
                        .replaceAll((column, shown) ->
                                condition.mayHold(shown.number()) ? ShownCell.changedByACondition(shown) : shown));
    }
}
