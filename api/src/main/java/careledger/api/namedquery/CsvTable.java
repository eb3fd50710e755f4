package careledger.api.namedquery;

import careledger.answers.export.ExportType;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategy;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows as CSV by RFC 4180 in UTF-8, with a header. Text is in quotes, even if it looks like a number;
 * numbers, truths and days do not; nothing is an empty cell, and empty text is {@code ""}. Text that a spreadsheet would
 * run as a formula has an apostrophe in front.
 */
public final class CsvTable {
    private static final String BOM = "\uFEFF";

    private final List<TableColumn> columns;
    private final OutputStream out;
    private final CsvWriter writer;
    private final UnaryOperator<String> text;

    /** @param forSpreadsheets with a byte order mark, and year pairs written so that they make no dates */
    public CsvTable(OutputStream out, List<TableColumn> columns, boolean forSpreadsheets) throws IOException {
        this.columns = List.copyOf(columns);
        this.out = out;
        this.text = forSpreadsheets
                ? written -> SpreadsheetText.undated(SpreadsheetText.safe(written))
                : SpreadsheetText::safe;
        if (forSpreadsheets) {
            out.write(BOM.getBytes(StandardCharsets.UTF_8));
        }
        this.writer = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .quoteStrategy(new TextInQuotes(this.columns))
                .build(out, StandardCharsets.UTF_8);
        writer.writeRecord(columns.stream().map(TableColumn::name).toList());
    }

    /** @param cells one a column */
    public void add(@Nullable Object[] cells) {
        List<@Nullable String> written = new ArrayList<>(cells.length);
        for (int i = 0; i < cells.length; i++) {
            written.add(cell(columns.get(i).holds(), cells[i]));
        }
        writer.writeRecord(written);
    }

    /** Passes on what has been written so far. */
    public void flush() throws IOException {
        writer.flush();
        out.flush();
    }

    private @Nullable String cell(ExportType holds, @Nullable Object value) {
        if (value == null) {
            return null;
        }
        return switch (holds) {
            case TEXT -> text.apply(value.toString());
            case NUMBER -> plain(((Number) value).doubleValue());
            case INTEGER, BOOLEAN, DATE, TIMESTAMP -> value.toString();
        };
    }

    /** The shortest decimal that is this number, without an exponent. */
    private static String plain(double value) {
        BigDecimal decimal = BigDecimal.valueOf(value).stripTrailingZeros();
        return decimal.signum() == 0 ? "0" : decimal.toPlainString();
    }

    private record TextInQuotes(List<TableColumn> columns) implements QuoteStrategy {
        @Override
        public boolean quoteNull(int line, int field) {
            return false;
        }

        @Override
        public boolean quoteEmpty(int line, int field) {
            return true;
        }

        @Override
        public boolean quoteValue(int line, int field, String value) {
            return line > 1 && columns.get(field).holds() == ExportType.TEXT;
        }
    }
}
