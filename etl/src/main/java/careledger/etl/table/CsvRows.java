package careledger.etl.table;

import careledger.schema.problem.Rule;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The rows of a CSV file by RFC 4180, strictly: quotes enclose a whole cell, or are doubled inside one. A row that is
 * broken is refused as its first line and reading goes on with the next line, so that one stray quote does not swallow
 * the rest of the file; libraries give up there, or keep the swallowed rows as one cell of any length. A mark of byte
 * order, CRLF, and a last line without an end are taken as they come; lines with nothing in them are no rows.
 */
final class CsvRows implements TableRows {
    static final int LONGEST_CELL = 10_000;

    private static final int END = -1;
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final int SHOWN = 100;

    private final char delimiter;
    private final CsvCharacters in;

    CsvRows(Reader reader, char delimiter) throws IOException {
        this.delimiter = delimiter;
        this.in = new CsvCharacters(reader);
        if (in.peek() == BYTE_ORDER_MARK) {
            in.read();
        }
    }

    @Override
    public Optional<TableRow> next() throws IOException {
        while (in.peek() == '\n') {
            in.read();
        }
        if (in.peek() == END) {
            return Optional.empty();
        }
        int line = in.line();
        in.mark();
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean more = true;
        while (more) {
            cell.setLength(0);
            Optional<RejectionReason> fault = in.peek() == '"' ? quoted(cell, cells.size()) : plain(cell, cells.size());
            if (fault.isPresent()) {
                in.resumeAfterFirstLine();
                return Optional.of(new TableRow(line, cells, fault));
            }
            cells.add(cell.toString());
            more = in.read() == delimiter;
        }
        return Optional.of(new TableRow(line, cells, Optional.empty()));
    }

    /** Takes a cell without quotes, up to the comma or the end of the line. */
    private Optional<RejectionReason> plain(StringBuilder cell, int before) throws IOException {
        while (!atEndOfCell()) {
            if (in.peek() == '"') {
                return Optional.of(broken(cell, before, "a quote inside a cell that does not begin with one"));
            }
            cell.append((char) in.read());
            if (cell.length() > LONGEST_CELL) {
                return Optional.of(tooLong(cell, before));
            }
        }
        return Optional.empty();
    }

    /** Takes a cell in quotes, with its quotes. */
    private Optional<RejectionReason> quoted(StringBuilder cell, int before) throws IOException {
        int firstLine = in.line();
        in.read();
        while (in.peek() != END) {
            char read = (char) in.read();
            if (read != '"') {
                cell.append(read);
            } else if (in.peek() == '"') {
                cell.append((char) in.read());
            } else if (atEndOfCell()) {
                return Optional.empty();
            } else {
                return Optional.of(broken(
                        cell, before, "a quote inside a cell in quotes that is neither doubled nor at the cell's end"));
            }
            if (cell.length() > LONGEST_CELL) {
                return Optional.of(
                        in.line() == firstLine
                                ? tooLong(cell, before)
                                : broken(cell, before, "a quote that is not closed within 10,000 characters"));
            }
        }
        return Optional.of(broken(cell, before, "a quote that is never closed"));
    }

    private boolean atEndOfCell() throws IOException {
        return in.peek() == delimiter || in.peek() == '\n' || in.peek() == END;
    }

    private RejectionReason broken(StringBuilder cell, int before, String what) {
        return RejectionReason.of(
                "column " + (before + 1),
                shown(cell),
                Rule.FILE_MALFORMED,
                "Found " + what + "; expected cells with " + delimiterName()
                        + ", quotes or line ends in double quotes, and a quote"
                        + " inside them doubled.");
    }

    private String delimiterName() {
        return switch (delimiter) {
            case ',' -> "commas";
            case ';' -> "semicolons";
            case '\t' -> "tabs";
            default -> "'" + delimiter + "'";
        };
    }

    private static RejectionReason tooLong(StringBuilder cell, int before) {
        return RejectionReason.of(
                "column " + (before + 1),
                shown(cell),
                Rule.CELL_TOO_LONG,
                "Found a cell of more than 10,000 characters; expected a figure, a label or a note.");
    }

    private static String shown(StringBuilder cell) {
        return cell.length() <= SHOWN ? cell.toString() : cell.substring(0, SHOWN) + "…";
    }
}
