package careledger.api.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import careledger.answers.export.ExportType;
import careledger.answers.serving.CancellationSignal;
import careledger.answers.serving.QueryCancelledException;
import careledger.api.spreadsheet.OdsWriter;
import careledger.api.spreadsheet.SheetColumn;
import careledger.api.spreadsheet.SheetTable;
import careledger.api.spreadsheet.XlsxWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class WantedBytesTest {
    private static final int ROWS = 5000;

    private final CancellationSignal caller = new CancellationSignal();
    private final WantedBytes file = new WantedBytes(caller);
    private int read;

    @Test
    void fileOfACallerWhoWaitsIsMade() throws IOException {
        XlsxWriter.write(List.of(table(-1)), file);

        assertThat(read).isEqualTo(ROWS);
        assertThat(file.size()).isPositive();
    }

    @Test
    void rowsAreReadNoMoreOnceTheCallerHasGone() {
        assertGivenUp(OdsWriter::write, 50);
        assertThat(read).isEqualTo(50);
    }

    /** An ODS is written as a whole, after its last row. */
    @Test
    void nothingIsWrittenOnceTheCallerHasGone() {
        assertGivenUp(OdsWriter::write, ROWS);
        assertThat(file.size()).isZero();
    }

    private void assertGivenUp(Writer writer, int hangsUpAt) {
        assertThatExceptionOfType(QueryCancelledException.class)
                .isThrownBy(() -> writer.write(List.of(table(hangsUpAt)), file));
    }

    private SheetTable table(int hangsUpAt) {
        return new SheetTable("Data", List.of(new SheetColumn("number", ExportType.NUMBER)), reader -> {
            for (int row = 1; row <= ROWS; row++) {
                file.requireWanted();
                read = row;
                reader.accept(new Object[] {row});
                if (row == hangsUpAt) {
                    caller.hangUp();
                }
            }
        });
    }

    private interface Writer {
        void write(List<SheetTable> sheets, OutputStream out) throws IOException;
    }
}
