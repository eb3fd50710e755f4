package careledger.api.namedquery;

import careledger.api.web.BrokenResponseException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** Writes a table as CSV while it is read; each page goes out before the next is asked for. */
final class CsvAnswer {
    /** Parameter that adds a byte order mark. */
    static final String BOM = "bom";

    private CsvAnswer() {}

    static void write(RowPages pages, AnswerHead head) throws IOException {
        head.write(pages.cursor());
        OutputStream body = head.body();
        NamedQueryRequest asked = head.asked();
        try {
            CsvTable table = new CsvTable(body, asked.query().shape().columns(), asked.bom());
            boolean more = true;
            while (more) {
                pages.read(table::add);
                table.flush();
                more = next(pages);
            }
            body.close();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static boolean next(RowPages pages) {
        try {
            return pages.next();
        } catch (RuntimeException e) {
            throw new BrokenResponseException(e);
        }
    }
}
