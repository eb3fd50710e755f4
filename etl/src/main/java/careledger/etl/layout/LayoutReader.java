package careledger.etl.layout;

import careledger.schema.mapping.ClaimsFile;
import careledger.schema.mapping.Delivery;
import careledger.schema.mapping.FileMapping;
import careledger.schema.mapping.NeighboursFile;
import careledger.schema.mapping.TidyFile;
import careledger.schema.mapping.WideFile;
import careledger.schema.problem.Rule;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads a delivered file of any layout. Whatever is in it becomes an outcome: a figure, a refusal that says why, a
 * neighbour, and at the end one tally. Rows of claims, tidy files and neighbours are handed over as they are read; wide
 * tables are held, since their cells refer to one another.
 */
public final class LayoutReader {
    /**
     * @param mapping of the file, one of the delivery's
     * @param path below the extracts root, with slashes
     * @param bytes of the file, read to the end and not closed
     * @throws IOException where the bytes cannot be read, or kept while they are checked
     */
    public void read(Delivery delivery, FileMapping mapping, String path, InputStream bytes, Consumer<Outcome> out)
            throws IOException {
        FileReport report = new FileReport(path, out);
        try (DeliveredText text = DeliveredText.of(bytes)) {
            Optional<Utf8Check.Fault> fault = text.fault();
            if (fault.isPresent()) {
                report.refuseWhole(
                        fault.get().line(),
                        Rule.FILE_ENCODING,
                        "Found the byte 0x%02X, which is no UTF-8; the file may be saved as Windows-1252."
                                .formatted(fault.get().unsignedByte()));
            } else {
                rows(layout(delivery, mapping, report), text, report);
            }
        }
        report.finish();
    }

    private static Layout layout(Delivery delivery, FileMapping mapping, FileReport report) {
        if (mapping instanceof ClaimsFile) {
            return new ClaimsLayout(delivery, report);
        } else if (mapping instanceof NeighboursFile neighbours) {
            return new NeighboursLayout(delivery, neighbours, report);
        } else if (mapping instanceof TidyFile tidy) {
            return new TidyLayout(delivery, tidy, report);
        } else if (mapping instanceof WideFile wide) {
            return new WideLayout(delivery, wide, report);
        }
        throw new IllegalArgumentException("There is no reader for the layout " + mapping.layout() + ".");
    }

    private static void rows(Layout layout, DeliveredText text, FileReport report) throws IOException {
        try (Reader reader = text.open()) {
            CsvRows rows = new CsvRows(reader);
            if (!header(layout, rows, report)) {
                return;
            }
            boolean any = false;
            for (Optional<CsvRow> row = rows.next(); row.isPresent(); row = rows.next()) {
                any = true;
                layout.survey(row.get());
            }
            if (!any) {
                report.refuseWhole(1, Rule.FILE_EMPTY, "The file has a header and no row.");
                return;
            }
        }
        try (Reader reader = text.open()) {
            CsvRows rows = new CsvRows(reader);
            rows.next();
            for (Optional<CsvRow> row = rows.next(); row.isPresent(); row = rows.next()) {
                layout.row(row.get());
            }
        }
        layout.finish();
    }

    /** Whether the file can be read on. */
    private static boolean header(Layout layout, CsvRows rows, FileReport report) throws IOException {
        Optional<CsvRow> header = rows.next();
        if (header.isEmpty()) {
            report.refuseWhole(0, Rule.FILE_EMPTY, "The file has no line with anything in it.");
            return false;
        }
        Optional<Refusal> fault = header.get().fault().or(() -> layout.header(header.get()));
        fault.ifPresent(refusal -> report.refuseWhole(header.get().line(), refusal));
        return fault.isEmpty();
    }
}
