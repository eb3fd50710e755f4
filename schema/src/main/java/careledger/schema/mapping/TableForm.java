package careledger.schema.mapping;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Where in a delivered file a table is, and how it is written.
 *
 * @param delivered name of the file below the delivery's folder
 * @param entry path inside the file, where that is a zip
 * @param sheet of a workbook
 * @param range cells of the sheet that are the table; all where it is not said
 * @param table what the table is called beside others of one file
 * @param encoding of text
 * @param delimiter between the cells of text
 * @param skip rows above the header
 * @param headerRows rows that together are the header, from 1
 * @param until the first cell of the row that, with everything below it, is no longer the table
 * @param fillMerged whether the value of cells merged downwards holds for each of them
 * @param leaveOut rows that are not wanted
 */
public record TableForm(
        String delivered,
        Optional<String> entry,
        Optional<String> sheet,
        Optional<CellRange> range,
        Optional<String> table,
        Charset encoding,
        char delimiter,
        int skip,
        int headerRows,
        Optional<String> until,
        boolean fillMerged,
        HiddenCells hidden,
        List<ExcludedRows> leaveOut) {
    /** Separates the name of a file from the path inside it. */
    public static final String INSIDE = "!/";

    public TableForm {
        leaveOut = List.copyOf(leaveOut);
    }

    /** A text file in UTF-8 with commas and one header line, wanted whole. */
    public static TableForm plain(String delivered) {
        return new TableForm(
                delivered,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                StandardCharsets.UTF_8,
                ',',
                0,
                1,
                Optional.empty(),
                false,
                HiddenCells.REFUSE,
                List.of());
    }

    /** The name of the file that lies in the folder, of a path or an id of a table in it. */
    public static String delivered(String id) {
        int inside = id.indexOf(INSIDE);
        return inside < 0 ? id : id.substring(0, inside);
    }

    /**
     * The name by which figures and messages know the table: {@code table.csv}, {@code all.zip!/table.csv},
     * {@code book.xlsx!/Table 3}, {@code book.xlsx!/Table 3!B4:H40}.
     */
    public String id() {
        StringBuilder id = new StringBuilder(delivered);
        entry.ifPresent(name -> id.append(INSIDE).append(name));
        if (table.isPresent()) {
            return id.append(INSIDE).append(table.get()).toString();
        }
        sheet.ifPresent(name -> id.append(INSIDE).append(name));
        if (sheet.isPresent()) {
            range.ifPresent(cells -> id.append('!').append(cells));
        }
        return id.toString();
    }
}
