package careledger.etl.layout;

import careledger.etl.table.DeliveredTable;
import careledger.etl.table.RejectionReason;
import careledger.etl.table.ShapedRows;
import careledger.etl.table.TableRow;
import careledger.schema.mapping.ClaimsFile;
import careledger.schema.mapping.Delivery;
import careledger.schema.mapping.FileMapping;
import careledger.schema.mapping.LongFile;
import careledger.schema.mapping.NeighboursFile;
import careledger.schema.mapping.TidyFile;
import careledger.schema.mapping.WideFile;
import careledger.schema.problem.Rule;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads a delivered table of any layout. Whatever is in it becomes an outcome: a figure, a refusal that says why, a
 * neighbour, and at the end one tally. Rows of claims, tidy files and neighbours are handed over as they are read; wide
 * tables are held, since their cells refer to one another.
 */
public final class LayoutReader {
    /**
     * @param mapping of the table, one of the delivery's
     * @param path of the table below the extracts root, with slashes
     * @param bytes of the delivered file that holds the table, read to the end and not closed
     * @throws IOException where the bytes cannot be read, or kept while they are checked
     */
    public void read(Delivery delivery, FileMapping mapping, String path, InputStream bytes, Consumer<Outcome> out)
            throws IOException {
        FileReport report = new FileReport(path, out);
        try (DeliveredTable table = DeliveredTable.open(bytes, mapping.form())) {
            Optional<DeliveredTable.Fault> fault = table.fault();
            if (fault.isPresent()) {
                report.refuseWhole(fault.get().line(), fault.get().refusal());
            } else {
                rows(layout(delivery, mapping, report), table, report);
            }
            UnmappedParts.of(delivery, mapping, table.parts()).forEach(refusal -> report.refuse(0, refusal));
        }
        report.finish();
    }

    private static Layout layout(Delivery delivery, FileMapping mapping, FileReport report) {
        if (mapping instanceof ClaimsFile claims) {
            return new ClaimsLayout(delivery, claims, report);
        } else if (mapping instanceof NeighboursFile neighbours) {
            return neighbours
                    .across()
                    .<Layout>map(columns -> new NeighboursAcross(delivery, neighbours, columns, report))
                    .orElseGet(() -> new NeighboursLayout(delivery, neighbours, report));
        } else if (mapping instanceof TidyFile tidy) {
            return new TidyLayout(delivery, tidy, report);
        } else if (mapping instanceof LongFile file) {
            return new LongLayout(delivery, file, report);
        } else if (mapping instanceof WideFile wide) {
            return new WideLayout(delivery, wide, report);
        }
        throw new IllegalArgumentException("There is no reader for the layout " + mapping.layout() + ".");
    }

    private static void rows(Layout layout, DeliveredTable table, FileReport report) throws IOException {
        ShapedRows survey = table.rows();
        Optional<TableRow> whole = survey.header();
        int unnamed =
                layout.endsUnnamed() ? 0 : whole.map(TableRow::unnamedAtTheEnd).orElse(0);
        Optional<TableRow> header = whole.map(row -> row.withoutBlankEnd(unnamed));
        if (!header(layout, header, survey, table, report)) {
            return;
        }
        boolean any = false;
        for (Optional<TableRow> row = survey.next(); row.isPresent(); row = survey.next()) {
            any = true;
            layout.survey(row.get().withoutBlankEnd(unnamed));
        }
        layout.aside(survey.aside());
        layout.aside(table.aside());
        survey.leftOut().forEach(left -> report.leftOut(left.line(), left.what()));
        table.cellsLeftOut().forEach(what -> report.leftOut(0, what));
        if (!any) {
            report.refuseWhole(
                    header.map(TableRow::line).orElse(0),
                    Rule.FILE_EMPTY,
                    survey.rowsLeftOut() == 0
                            ? "The file has a header and no row."
                            : "extract.yaml leaves out every one of its " + survey.rowsLeftOut() + " rows.");
            return;
        }
        report.rowsLeftOut(survey.rowsLeftOut());
        ShapedRows rows = table.rows();
        rows.header();
        rows.headerFault();
        for (Optional<TableRow> row = rows.next(); row.isPresent(); row = rows.next()) {
            layout.row(row.get().withoutBlankEnd(unnamed));
        }
        layout.finish();
    }

    /** Whether the file can be read on. */
    private static boolean header(
            Layout layout, Optional<TableRow> header, ShapedRows rows, DeliveredTable table, FileReport report) {
        if (header.isEmpty()) {
            report.refuseWhole(0, Rule.FILE_EMPTY, "The file has no line with anything in it.");
            return false;
        }
        report.placed(new CellLocations(table, header.get().cells()));
        Optional<RejectionReason> fault =
                header.get().fault().or(rows::headerFault).or(() -> layout.header(header.get()));
        fault.ifPresent(refusal -> report.refuseWhole(header.get().line(), refusal));
        return fault.isEmpty();
    }
}
