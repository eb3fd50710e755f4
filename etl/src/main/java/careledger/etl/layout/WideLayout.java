package careledger.etl.layout;

import careledger.etl.table.RejectionReason;
import careledger.etl.table.TableRow;
import careledger.schema.mapping.ColumnRole;
import careledger.schema.mapping.Delivery;
import careledger.schema.mapping.WideColumn;
import careledger.schema.mapping.WideFile;
import careledger.schema.mapping.WideRow;
import careledger.schema.observation.Claim;
import careledger.schema.problem.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A table as printed. It is held in memory as a whole, since a percentage may be far from its count. */
final class WideLayout implements Layout {
    private final Delivery delivery;
    private final WideFile mapping;
    private final FileReport report;
    private final PrintedUnits units;
    private final List<TableRow> rows = new ArrayList<>();
    private final Set<String> brokenCells = new HashSet<>();
    private final Map<Integer, String> above = new HashMap<>();

    WideLayout(Delivery delivery, WideFile mapping, FileReport report) {
        this.delivery = delivery;
        this.mapping = mapping;
        this.report = report;
        this.units = new PrintedUnits(mapping.form());
        units.headers(headers());
        units.aside(mapping.rows().stream()
                .filter(WideRow::heading)
                .map(WideRow::label)
                .toList());
    }

    @Override
    public Optional<RejectionReason> header(TableRow header) {
        return HeaderCheck.exact(
                mapping.columns().stream().map(WideColumn::header).toList(), header.cells());
    }

    @Override
    public boolean endsUnnamed() {
        return mapping.columns().stream()
                .reduce((first, last) -> last)
                .filter(last -> last.header().isBlank())
                .isPresent();
    }

    @Override
    public void aside(List<String> words) {
        units.aside(words);
    }

    @Override
    public void row(TableRow delivered) {
        TableRow row = filledDown(delivered);
        Optional<RejectionReason> fault = RowChecks.fault(row, mapping.columns().size())
                .or(() -> RowChecks.unclear(row, headers(), this::aboutTheRow).stream()
                        .findFirst());
        if (fault.isEmpty()) {
            rows.add(row);
        } else {
            int figures = (int) mapping.columns().stream()
                    .filter(column -> column.role() == ColumnRole.FIGURE)
                    .count();
            report.refuseRow(row.line(), fault.get(), figures);
            row.cells().forEach(cell -> brokenCells.add(WideRows.key(cell)));
        }
    }

    /** A blank cell of a column that says so means the same as the cell above it. */
    private TableRow filledDown(TableRow row) {
        if (row.fault().isPresent() || row.cells().size() != mapping.columns().size()) {
            return row;
        }
        List<String> cells = new ArrayList<>(row.cells());
        for (WideColumn column : mapping.columns()) {
            int at = column.position() - 1;
            if (column.fillDown() && cells.get(at).isBlank()) {
                cells.set(at, above.getOrDefault(at, ""));
            } else if (column.fillDown()) {
                above.put(at, cells.get(at));
            }
        }
        return row.with(cells);
    }

    private List<String> headers() {
        return mapping.columns().stream().map(WideColumn::describe).toList();
    }

    private boolean aboutTheRow(int position) {
        ColumnRole role = mapping.columns().get(position).role();
        return role != ColumnRole.FIGURE && role != ColumnRole.IGNORE && role != ColumnRole.BLANK;
    }

    @Override
    public void finish() {
        List<RejectionReason> found = new ArrayList<>();
        CatalogueLookup words = new CatalogueLookup(delivery, found);
        WideRows meanings = new WideRows(mapping, delivery, rows, words, found);
        WideCells reader = new WideCells(delivery, mapping, new WideRemarks(mapping, words, found));
        List<RowRead> read = new ArrayList<>();
        for (TableRow row : rows) {
            read.add(read(row, meanings, reader, found));
        }
        List<WideCell> cells =
                read.stream().flatMap(row -> row.cells().stream()).toList();
        WideClaims claims = new WideClaims(delivery, mapping, report.path(), cells, units);
        read.forEach(row -> report(row, claims));
        meanings.missing().forEach(this::missing);
    }

    /** A listed row that the file has not, not even broken. */
    private void missing(WideRow row) {
        String label = WideRows.key(row.label());
        if (!brokenCells.contains(label)) {
            String reason = "extract.yaml lists the row '" + label + "', which the file has not.";
            report.refuse(0, new RejectionReason(Optional.empty(), Optional.of(label), Rule.ROW_UNMAPPED, reason));
        }
    }

    private static RowRead read(TableRow csv, WideRows meanings, WideCells reader, List<RejectionReason> found) {
        Optional<WideRowAt> row = meanings.at(csv);
        List<RejectionReason> refusals = new ArrayList<>(found);
        found.clear();
        List<WideCell> cells = row.map(reader::cells).orElse(List.of());
        row.ifPresent(at -> refusals.addAll(reader.refusals(at, cells)));
        return new RowRead(csv, row.isPresent(), cells, refusals);
    }

    private void report(RowRead row, WideClaims claims) {
        boolean sound = row.refusals().isEmpty();
        report.refuse(row.csv().line(), row.refusals());
        for (WideCell cell : row.cells()) {
            List<Claim> accepted = claims.of(cell);
            report.refuse(row.csv().line(), cell.refusals());
            report.cells(!accepted.isEmpty(), 1);
            accepted.forEach(claim -> report.accept(claim, cell.column().describe()));
            sound = sound && !accepted.isEmpty();
        }
        if (!row.meant()) {
            report.cells(false, filled(row.csv()));
        }
        report.row(sound);
    }

    /** Figures in a row that has no meaning. */
    private int filled(TableRow csv) {
        return (int) mapping.columns().stream()
                .filter(column -> column.role() == ColumnRole.FIGURE)
                .filter(column -> !csv.cells().get(column.position() - 1).isBlank())
                .count();
    }

    /** @param meant whether the mapping says what the row is; a heading has no meaning of its own */
    private record RowRead(TableRow csv, boolean meant, List<WideCell> cells, List<RejectionReason> refusals) {}
}
