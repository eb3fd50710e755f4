package careledger.etl.table;

import careledger.schema.mapping.ExcludedRows;
import careledger.schema.mapping.TableForm;
import careledger.schema.problem.Rule;
import careledger.schema.text.Nearest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The header and the rows of a table, without what the mapping says is not of it. What is left out is counted and said.
 * Rows with nothing in them are no rows.
 */
public final class ShapedRows {
    private static final int NOT_THERE = -1;
    private static final int MOST_ASIDE = 200;
    private static final int LONGEST_ASIDE = 200;

    private final TableRows rows;
    private final TableForm form;
    private final List<String> aside = new ArrayList<>();
    private final List<LeftOut> leftOut = new ArrayList<>();
    private final List<FilteredRows> filters = new ArrayList<>();
    private Optional<TableRow> header = Optional.empty();
    private Optional<TableRow> held = Optional.empty();
    private int rowsLeftOut;
    private boolean ended;

    ShapedRows(TableRows rows, TableForm form) {
        this.rows = rows;
        this.form = form;
        form.leaveOut().forEach(filter -> filters.add(new FilteredRows(filter)));
    }

    /**
     * What was not read, and why.
     *
     * @param line where it begins; 0 where it is not about lines
     */
    public record LeftOut(int line, String what) {}

    /** The header, asked for once and first; empty where there is no row at all. */
    public Optional<TableRow> header() throws IOException {
        skip();
        List<TableRow> parts = new ArrayList<>();
        for (Optional<TableRow> row = filled(); row.isPresent(); row = filled()) {
            Optional<RejectionReason> fault = row.get().fault().or(row.get()::firstUnclear);
            if (fault.isPresent()) {
                header = Optional.of(new TableRow(row.get().line(), row.get().cells(), fault));
                return header;
            }
            parts.add(row.get());
            if (parts.size() == form.headerRows()) {
                break;
            }
        }
        header = parts.isEmpty() ? Optional.empty() : Optional.of(joined(parts));
        return header;
    }

    /** Why rows to leave out cannot be found: the header lacks the column that decides. */
    public Optional<RejectionReason> headerFault() {
        List<String> known = header.map(TableRow::cells).orElse(List.of());
        for (FilteredRows filter : filters) {
            String column = filter.rows.column();
            filter.position = known.indexOf(column);
            if (filter.position == NOT_THERE) {
                return Optional.of(RejectionReason.of(
                        column,
                        column,
                        Rule.HEADER_WRONG,
                        "extract.yaml, line " + filter.rows.line() + ", leaves rows out by the column '" + column
                                + "', which the file has not." + Nearest.sentence(column, known)));
            }
        }
        return Optional.empty();
    }

    /** The next row of figures; empty after the last. */
    public Optional<TableRow> next() throws IOException {
        for (Optional<TableRow> row = filled(); row.isPresent() && !ended; row = filled()) {
            if (row.get().fault().isEmpty() && endsBefore(row.get())) {
                below(row.get());
                return Optional.empty();
            }
            if (row.get().fault().isPresent() || !filtered(row.get())) {
                return row;
            }
        }
        return Optional.empty();
    }

    /** Rows of figures that the mapping leaves out, so far. */
    public int rowsLeftOut() {
        return rowsLeftOut;
    }

    /** All that was left out; complete after the last row. */
    public List<LeftOut> leftOut() {
        List<LeftOut> all = new ArrayList<>(leftOut);
        filters.forEach(filter -> all.add(filter.said()));
        if (form.until().isPresent() && !ended) {
            all.add(new LeftOut(
                    0, "nothing below '" + form.until().get() + "', since no row begins so (the key 'until')"));
        }
        return all;
    }

    /** The words of rows above and below the table; complete after the last row. */
    public List<String> aside() {
        return List.copyOf(aside);
    }

    private void keep(TableRow row) {
        if (aside.size() < MOST_ASIDE) {
            row.cells().stream()
                    .map(cell -> cell.strip().replaceAll("\\s+", " "))
                    .filter(cell -> !cell.isEmpty() && cell.length() <= LONGEST_ASIDE)
                    .forEach(aside::add);
        }
    }

    private void skip() throws IOException {
        int count = 0;
        String first = "";
        Optional<TableRow> row = form.skip() > 0 ? upTo(form.skip()) : Optional.empty();
        while (row.isPresent()) {
            count++;
            first = first.isEmpty() ? text(row.get()) : first;
            keep(row.get());
            row = upTo(form.skip());
        }
        if (count > 0) {
            leftOut.add(new LeftOut(1, count + " rows above the header ('" + first + "'; the key 'skip')"));
        }
    }

    /** The next filled row, where it does not begin after a line. */
    private Optional<TableRow> upTo(int line) throws IOException {
        Optional<TableRow> row = filled();
        if (row.isPresent() && row.get().line() > line) {
            held = row;
            return Optional.empty();
        }
        return row;
    }

    private Optional<TableRow> filled() throws IOException {
        if (held.isPresent()) {
            Optional<TableRow> row = held;
            held = Optional.empty();
            return row;
        }
        Optional<TableRow> row = rows.next().map(TableRow::withoutOddSpaces);
        while (row.isPresent() && row.get().blank()) {
            row = rows.next().map(TableRow::withoutOddSpaces);
        }
        return row;
    }

    private boolean endsBefore(TableRow row) {
        return form.until().isPresent()
                && text(row).startsWith(form.until().get().strip());
    }

    private void below(TableRow row) throws IOException {
        int count = 0;
        for (Optional<TableRow> one = Optional.of(row); one.isPresent(); one = filled()) {
            keep(one.get());
            count++;
        }
        ended = true;
        leftOut.add(new LeftOut(row.line(), count + " rows from '" + text(row) + "' on (the key 'until')"));
    }

    private boolean filtered(TableRow row) {
        for (FilteredRows filter : filters) {
            if (filter.position < row.cells().size()
                    && filter.rows.meets(row.cells().get(filter.position))) {
                filter.count++;
                filter.firstLine = filter.firstLine == 0 ? row.line() : filter.firstLine;
                rowsLeftOut++;
                return true;
            }
        }
        return false;
    }

    /** Of a header of several rows: the words above each column from top to bottom, merged ones over every column they span. */
    private static TableRow joined(List<TableRow> parts) {
        if (parts.size() == 1) {
            return parts.get(0);
        }
        int width = parts.stream().mapToInt(part -> part.cells().size()).max().orElse(0);
        List<String> cells = new ArrayList<>();
        String[] above = new String[parts.size()];
        for (int column = 0; column < width; column++) {
            List<String> words = new ArrayList<>();
            for (int i = 0; i < parts.size(); i++) {
                List<String> part = parts.get(i).cells();
                String own = column < part.size() ? part.get(column).strip().replaceAll("\\s+", " ") : "";
                boolean last = i == parts.size() - 1;
                above[i] = own.isEmpty() && !last && above[i] != null ? above[i] : own;
                if (!above[i].isEmpty() && !words.contains(above[i])) {
                    words.add(above[i]);
                }
            }
            cells.add(String.join(" / ", words));
        }
        return new TableRow(parts.get(0).line(), cells, Optional.empty());
    }

    private static String text(TableRow row) {
        String text = row.cells().stream()
                .filter(cell -> !cell.isBlank())
                .findFirst()
                .orElse("")
                .strip()
                .replaceAll("\\s+", " ");
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }

    /** Rows that one entry of {@code leaveOut} meets, counted. */
    private static final class FilteredRows {
        private final ExcludedRows rows;
        private int position = NOT_THERE;
        private int count;
        private int firstLine;

        FilteredRows(ExcludedRows rows) {
            this.rows = rows;
        }

        LeftOut said() {
            return new LeftOut(
                    firstLine,
                    (count == 0 ? "no row" : count + (count == 1 ? " row" : " rows")) + " whose '" + rows.column()
                            + "' is "
                            + (rows.unless() ? "other than " : "")
                            + String.join(
                                    " or ", rows.values().stream().sorted().toList()) + ": " + rows.because());
        }
    }
}
