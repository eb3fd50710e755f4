package careledger.etl.layout;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Zips, gzips and workbooks, written by the libraries that others write them with. */
final class Packed {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes);

    static Packed zip() {
        return new Packed();
    }

    Packed with(String name, String text) throws IOException {
        return with(name, text.getBytes(StandardCharsets.UTF_8));
    }

    Packed with(String name, byte[] content) throws IOException {
        zip.putArchiveEntry(new ZipArchiveEntry(name));
        zip.write(content);
        zip.closeArchiveEntry();
        return this;
    }

    Packed namesIn(String encoding) {
        zip.setEncoding(encoding);
        zip.setUseLanguageEncodingFlag(false);
        return this;
    }

    byte[] bytes() throws IOException {
        zip.close();
        return bytes.toByteArray();
    }

    static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    static byte[] xlsx(Consumer<XSSFWorkbook> fill) {
        try (XSSFWorkbook book = new XSSFWorkbook();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            fill.accept(book);
            book.write(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fills rows from the given one on, first is 1, with texts and numbers; null is a blank cell. */
    static XSSFSheet rows(XSSFSheet sheet, int firstRow, Object[]... rows) {
        for (int r = 0; r < rows.length; r++) {
            for (int c = 0; c < rows[r].length; c++) {
                Cell cell = (sheet.getRow(firstRow - 1 + r) == null
                                ? sheet.createRow(firstRow - 1 + r)
                                : sheet.getRow(firstRow - 1 + r))
                        .createCell(c);
                if (rows[r][c] instanceof Number number) {
                    cell.setCellValue(number.doubleValue());
                } else if (rows[r][c] instanceof String text) {
                    cell.setCellValue(text);
                }
            }
        }
        return sheet;
    }

    /** An .ods of one sheet, of rows written as its own XML. */
    static byte[] ods(String sheet, String rows) throws IOException {
        return ods(sheet, "", rows);
    }

    /** @param styles elements of styles */
    static byte[] ods(String sheet, String styles, String rows) throws IOException {
        String content = """
                <?xml version="1.0" encoding="UTF-8"?>
                <office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
                  xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
                  xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
                  xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
                  xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" office:version="1.3">
                <office:automatic-styles>%s</office:automatic-styles>
                <office:body><office:spreadsheet><table:table table:name="%s">%s</table:table></office:spreadsheet>
                </office:body></office:document-content>
                """.formatted(styles, sheet, rows);
        return zip().with("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
                .with("content.xml", content)
                .bytes();
    }
}
