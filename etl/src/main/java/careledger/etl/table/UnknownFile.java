package careledger.etl.table;

import careledger.etl.table.format.ShownCell;
import careledger.schema.mapping.HiddenCells;
import careledger.schema.mapping.TableForm;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.zip.GZIPInputStream;

/** Looks into a delivered file of which nothing is known, for the tables that it may hold. */
public final class UnknownFile {
    private static final int MOST_ROWS = 100_000;
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private final String delivered;
    private final List<Found> found = new ArrayList<>();
    private final List<Unread> unread = new ArrayList<>();

    private UnknownFile(String delivered) {
        this.delivered = delivered;
    }

    /**
     * What may be a table.
     *
     * @param form where it is and how it is written; its surroundings are not known yet
     * @param rows all that are filled, the first 100,000 of them
     * @param mergedDownwards whether cells of it are merged downwards
     */
    public record Found(TableForm form, List<TableRow> rows, boolean mergedDownwards) {
        public Found {
            rows = List.copyOf(rows);
        }
    }

    /** @param file name by which a mapping would call it */
    public record Unread(String file, String reason) {}

    /** @param name of the file below the delivery's folder */
    public static UnknownFile look(String name, InputStream bytes) throws IOException {
        UnknownFile file = new UnknownFile(name);
        try (DeliveredBytes all = DeliveredBytes.of(bytes)) {
            file.open(all);
        } catch (UnreadableFileException e) {
            file.unread.add(new Unread(name, String.valueOf(e.getMessage())));
        }
        return file;
    }

    public List<Found> tables() {
        return List.copyOf(found);
    }

    public List<Unread> unread() {
        return List.copyOf(unread);
    }

    private void open(DeliveredBytes all) throws IOException {
        String lower = delivered.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".zip")) {
            try (ZipEntries entries = ZipEntries.of(all)) {
                for (String entry : entries.names()) {
                    entry(entries, entry);
                }
            }
        } else if (lower.endsWith(".gz")) {
            try (InputStream in =
                    new UnpackedStream(new GZIPInputStream(all.open()), delivered, all.size(), OptionalLong.empty())) {
                content(delivered.substring(0, delivered.length() - 3), Optional.empty(), in);
            }
        } else {
            try (InputStream in = all.open()) {
                content(delivered, Optional.empty(), in);
            }
        }
    }

    private void entry(ZipEntries entries, String entry) throws IOException {
        try (InputStream in = entries.open(entry)) {
            content(entry, Optional.of(entry), in);
        } catch (UnreadableFileException e) {
            unread.add(new Unread(delivered + TableForm.INSIDE + entry, String.valueOf(e.getMessage())));
        }
    }

    private void content(String name, Optional<String> entry, InputStream in) throws IOException {
        if (name.toLowerCase(Locale.ROOT).matches(".*\\.(xlsx|xlsm|ods)")) {
            try (DeliveredBytes bytes = DeliveredBytes.of(in)) {
                Workbook.of(name, bytes).sheets().forEach(sheet -> sheet(sheet, entry));
            }
        } else {
            text(in.readAllBytes(), entry, name);
        }
    }

    private void sheet(SheetCells sheet, Optional<String> entry) {
        TableForm form = form(entry, Optional.of(sheet.name()), StandardCharsets.UTF_8, ',');
        if (sheet.rows().isEmpty()) {
            unread.add(new Unread(form.id(), "the sheet is empty"));
            return;
        }
        int width = sheet.rows().values().stream()
                .mapToInt(cells -> cells.lastKey())
                .max()
                .orElse(1);
        boolean tall = false;
        for (SheetCells.Merged merged : sheet.merged()) {
            ShownCell first = sheet.cell(merged.firstRow(), merged.firstColumn());
            tall = tall || (merged.tall() && !first.text().isBlank());
            for (int row = merged.firstRow(); row <= merged.lastRow(); row++) {
                sheet.put(row, merged.firstColumn(), first);
            }
        }
        List<TableRow> rows = new ArrayList<>();
        for (int row : sheet.rows().keySet()) {
            List<String> cells = new ArrayList<>();
            for (int column = 1; column <= width; column++) {
                cells.add(sheet.text(row, column));
            }
            rows.add(new TableRow(row, cells, Optional.empty()));
        }
        found.add(new Found(form, rows, tall));
    }

    private void text(byte[] bytes, Optional<String> entry, String name) throws IOException {
        Charset encoding = encoding(bytes);
        Optional<String> otherwise = FileSignature.notText(bytes, encoding);
        if (otherwise.isPresent()) {
            throw new UnreadableFileException("'" + name + "' " + otherwise.get());
        }
        char delimiter = ',';
        List<TableRow> best = List.of();
        long bestScore = -1;
        for (char candidate : new char[] {',', ';', '\t', '|'}) {
            List<TableRow> rows = rows(bytes, encoding, candidate);
            long score = rows.stream()
                    .limit(200)
                    .filter(row -> row.fault().isEmpty() && row.cells().size() > 1)
                    .mapToLong(row -> row.cells().size())
                    .sum();
            if (score > bestScore) {
                bestScore = score;
                best = rows;
                delimiter = candidate;
            }
        }
        if (bestScore <= 0) {
            throw new UnreadableFileException("no delimiter parts its lines into cells; it holds no table");
        }
        found.add(new Found(form(entry, Optional.empty(), encoding, delimiter), best, false));
    }

    private static List<TableRow> rows(byte[] bytes, Charset encoding, char delimiter) throws IOException {
        List<TableRow> rows = new ArrayList<>();
        try (DeliveredText text = DeliveredText.of(new ByteArrayInputStream(bytes), encoding)) {
            CsvRows all = new CsvRows(text.open(), delimiter);
            for (Optional<TableRow> row = all.next(); row.isPresent() && rows.size() < MOST_ROWS; row = all.next()) {
                if (!row.get().blank()) {
                    rows.add(row.get());
                }
            }
        }
        return rows;
    }

    /** By its mark of byte order, else by what its bytes can be. */
    private static Charset encoding(byte[] bytes) {
        if (FileSignature.begins(bytes, 0xFF, 0xFE) || FileSignature.begins(bytes, 0xFE, 0xFF)) {
            return StandardCharsets.UTF_16;
        }
        int zerosAtOdd = 0;
        int zerosAtEven = 0;
        int looked = Math.min(bytes.length, 2_000);
        for (int i = 0; i < looked; i++) {
            zerosAtOdd += bytes[i] == 0 && i % 2 == 1 ? 1 : 0;
            zerosAtEven += bytes[i] == 0 && i % 2 == 0 ? 1 : 0;
        }
        if (zerosAtOdd > looked / 4) {
            return StandardCharsets.UTF_16LE;
        } else if (zerosAtEven > looked / 4) {
            return StandardCharsets.UTF_16BE;
        }
        EncodingCheck utf8 = new EncodingCheck(StandardCharsets.UTF_8);
        utf8.add(bytes, bytes.length);
        return utf8.finish().isEmpty() ? StandardCharsets.UTF_8 : WINDOWS;
    }

    private TableForm form(Optional<String> entry, Optional<String> sheet, Charset encoding, char delimiter) {
        return new TableForm(
                delivered,
                entry,
                sheet,
                Optional.empty(),
                Optional.empty(),
                encoding,
                delimiter,
                0,
                1,
                Optional.empty(),
                false,
                HiddenCells.REFUSE,
                List.of());
    }
}
