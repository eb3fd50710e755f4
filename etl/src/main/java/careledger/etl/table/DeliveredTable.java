package careledger.etl.table;

import careledger.schema.mapping.CellRange;
import careledger.schema.mapping.TableForm;
import careledger.schema.problem.Rule;
import careledger.schema.text.Nearest;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A table in a delivered file, opened for what it is: text, packed or not, or a sheet of a workbook. What is wrong with
 * the file itself is {@link #fault()}; where there is none its rows can be read, as often as wanted.
 */
public final class DeliveredTable implements AutoCloseable {
    private final TableForm form;
    private Optional<Fault> fault = Optional.empty();
    private List<Part> parts = List.of();
    private @Nullable DeliveredText text;
    private @Nullable SheetRows sheet;
    private @Nullable DeliveredParquet parquet;
    private String sheetName = "";

    private DeliveredTable(TableForm form) {
        this.form = form;
    }

    /** @param line in the file; 0 where the whole file is meant */
    public record Fault(int line, RejectionReason refusal) {}

    /**
     * A file of a zip, or a sheet of a workbook.
     *
     * @param hidden the workbook does not show it
     */
    public record Part(String name, boolean sheet, boolean hidden) {}

    /**
     * @param bytes of the delivered file, read to the end and not closed
     * @throws IOException where the bytes cannot be read, or kept while they are checked
     */
    public static DeliveredTable open(InputStream bytes, TableForm form) throws IOException {
        DeliveredTable table = new DeliveredTable(form);
        try {
            table.unpack(form.delivered(), bytes);
        } catch (UnreadableFileException e) {
            table.fault = Optional.of(new Fault(0, e.refusal()));
        }
        return table;
    }

    /** What makes the file unreadable. */
    public Optional<Fault> fault() {
        return fault;
    }

    /** Everything that the delivered file holds where it holds several things: this table and those beside it. */
    public List<Part> parts() {
        return parts;
    }

    /** The rows, from the header on. */
    public ShapedRows rows() throws IOException {
        if (sheet != null) {
            return new ShapedRows(sheet.open(), form);
        }
        if (parquet != null) {
            return new ShapedRows(parquet.rows(), form);
        }
        if (text == null) {
            throw new IllegalStateException("The table of " + form.id() + " has a fault and no rows.");
        }
        return new ShapedRows(new CsvRows(text.open(), form.delimiter()), form);
    }

    /** Words of the sheet in the rows above and below the range of the table. */
    public List<String> aside() {
        return sheet == null ? List.of() : sheet.aside();
    }

    /** What of the sheet is left out besides rows. */
    public List<String> cellsLeftOut() {
        return sheet == null ? List.of() : sheet.leftOut();
    }

    /**
     * The name of a cell as its spreadsheet shows it, {@code Table 3!C17}; empty for text, where line and column say it.
     *
     * @param position of the column in the table, from 0; negative where the whole row is meant
     */
    public Optional<String> cellName(int row, int position) {
        if (sheet == null || row == 0) {
            return Optional.empty();
        }
        List<Integer> columns = sheet.columns();
        return Optional.of(sheetName + "!"
                + (position >= 0 && position < columns.size()
                        ? CellRange.letters(columns.get(position)) + row
                        : row + ":" + row));
    }

    @Override
    public void close() throws IOException {
        if (text != null) {
            text.close();
        }
        if (parquet != null) {
            parquet.close();
        }
    }

    private void unpack(String name, InputStream bytes) throws IOException {
        String lower = name.toLowerCase(Locale.ROOT);
        if (form.entry().isPresent() && !lower.endsWith(".zip")) {
            throw new UnreadableFileException("extract.yaml names '"
                    + form.entry().get() + "' inside '" + name + "', which is no zip by its name.");
        }
        if (lower.endsWith(".zip")) {
            try (DeliveredBytes packed = DeliveredBytes.of(bytes);
                    ZipEntries entries = ZipEntries.of(packed)) {
                entry(name, entries);
            }
        } else if (lower.endsWith(".gz")) {
            try (DeliveredBytes packed = DeliveredBytes.of(bytes);
                    InputStream unpacked = gunzip(name, packed)) {
                read(name.substring(0, name.length() - ".gz".length()), unpacked);
            }
        } else {
            read(name, bytes);
        }
    }

    private void entry(String name, ZipEntries entries) throws IOException {
        parts = entries.names().stream()
                .map(entry -> new Part(entry, false, false))
                .toList();
        if (form.entry().isEmpty()) {
            throw new UnreadableFileException("'" + name + "' is a zip; name the file inside it, as 'file: " + name
                    + TableForm.INSIDE
                    + (parts.isEmpty() ? "table.csv" : parts.get(0).name()) + "'. It holds: "
                    + entries.listed() + ".");
        }
        try (InputStream unpacked = entries.open(form.entry().get())) {
            read(form.entry().get(), unpacked);
        }
    }

    private static InputStream gunzip(String name, DeliveredBytes packed) throws IOException {
        if (!packed.startsWith(0x1F, 0x8B)) {
            throw new UnreadableFileException("'" + name + "' is called a gzip and is none; name it for what it is.");
        }
        try {
            return new UnpackedStream(new GZIPInputStream(packed.open()), name, packed.size(), OptionalLong.empty());
        } catch (IOException e) {
            throw new UnreadableFileException("'" + name + "' cannot be unpacked (" + e.getMessage() + ").");
        }
    }

    private void read(String name, InputStream unpacked) throws IOException {
        if (name.toLowerCase(Locale.ROOT).matches(".*\\.(xlsx|xlsm|ods)")) {
            try (DeliveredBytes bytes = DeliveredBytes.of(unpacked)) {
                sheet(Workbook.of(name, bytes).sheets());
            }
            return;
        }
        if (name.toLowerCase(Locale.ROOT).endsWith(".parquet")) {
            parquet = DeliveredParquet.of(name, unpacked);
            return;
        }
        BufferedInputStream in = new BufferedInputStream(unpacked);
        in.mark(16);
        byte[] start = in.readNBytes(8);
        in.reset();
        Optional<String> otherwise = FileSignature.notText(start, form.encoding());
        if (otherwise.isPresent()) {
            throw new UnreadableFileException(Rule.FILE_ENCODING, "'" + name + "' " + otherwise.get());
        }
        DeliveredText read = DeliveredText.of(in, form.encoding());
        text = read;
        fault = read.fault().map(found -> new Fault(found.line(), wrongByte(found.unsignedByte())));
    }

    private RejectionReason wrongByte(int unsigned) {
        Charset encoding = form.encoding();
        return RejectionReason.whole(
                Rule.FILE_ENCODING,
                "Found the byte 0x%02X, which is no %s; the file may be saved as %s."
                        .formatted(
                                unsigned,
                                encoding.name(),
                                encoding.equals(StandardCharsets.UTF_8) ? "Windows-1252" : "UTF-8"));
    }

    private void sheet(List<SheetCells> sheets) throws UnreadableFileException {
        if (parts.isEmpty()) {
            parts = sheets.stream()
                    .map(one -> new Part(one.name(), true, one.hidden()))
                    .toList();
        }
        List<String> names = sheets.stream().map(SheetCells::name).toList();
        List<SheetCells> wanted = sheets.stream()
                .filter(one -> form.sheet().isEmpty() || form.sheet().get().equals(one.name()))
                .toList();
        if (wanted.size() != 1) {
            String listed = "It has: '" + String.join("', '", names) + "'.";
            throw new UnreadableFileException(
                    form.sheet().isEmpty()
                            ? "The workbook has " + names.size() + " sheets; say which with 'sheet'. " + listed
                            : "The workbook has no sheet '" + form.sheet().get() + "'."
                                    + Nearest.sentence(form.sheet().get(), names) + " " + listed);
        }
        SheetRows rows = new SheetRows(wanted.get(0), form);
        sheet = rows;
        sheetName = wanted.get(0).name();
        fault = rows.fault().map(refusal -> new Fault(0, refusal));
    }
}
