package careledger.api.namedquery;

import careledger.api.web.AnswerBuffer;
import careledger.api.web.AnswerParts;
import careledger.api.web.RequestContext;
import careledger.api.web.Spool;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** A table as CSV, page by page: a page is read and written once its reader has taken the one before. */
final class CsvAnswer implements AnswerParts {
    /** Parameter that asks for a byte order mark. */
    static final String BOM = "bom";

    private final RowPages pages;
    private final AutoCloseable origin;
    private final AnswerBuffer buffer;
    private final OutputStream body;
    private final CsvTable table;
    private boolean more;

    private CsvAnswer(RowPages pages, AnswerHead head, Spool spool, AutoCloseable origin) throws IOException {
        this.pages = pages;
        this.origin = origin;
        this.buffer = new AnswerBuffer(spool);
        this.body = head.encoding().into(buffer);
        NamedQueryRequest asked = head.asked();
        this.table = new CsvTable(body, pages.columns(), asked.bom());
    }

    /**
     * Holds the first page.
     *
     * @param origin what the pages are read from, closed with the answer
     */
    static CsvAnswer of(RowPages pages, AnswerHead head, Spool spool, AutoCloseable origin) throws IOException {
        CsvAnswer answer = new CsvAnswer(pages, head, spool, origin);
        try {
            answer.write();
            return answer;
        } catch (IOException | RuntimeException e) {
            answer.close();
            throw e;
        }
    }

    @Override
    public long size() {
        return more ? -1 : buffer.size();
    }

    @Override
    public int read(byte[] target) throws IOException {
        int read = buffer.read(target);
        if (read >= 0 || !more) {
            return read;
        }
        buffer.clear();
        pages.next();
        write();
        return buffer.read(target);
    }

    @Override
    public void close() throws IOException {
        try (AutoCloseable also = origin) {
            buffer.close();
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    private void write() throws IOException {
        try {
            pages.read(table::add);
            table.flush();
            more = pages.more();
            if (!more) {
                body.close();
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            RequestContext.current().ifPresent(RequestContext::produced);
        }
    }
}
