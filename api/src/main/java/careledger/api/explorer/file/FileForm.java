package careledger.api.explorer.file;

import careledger.api.pdf.PdfWriter;
import careledger.api.spreadsheet.OdsWriter;
import careledger.api.spreadsheet.XlsxWriter;
import java.util.List;
import java.util.Locale;

/** A file that a page can be had as. */
public enum FileForm {
    CSV("text/csv;charset=UTF-8;header=present", "CSV"),
    XLSX(XlsxWriter.TYPE, "Excel"),
    ODS(OdsWriter.TYPE, "ODS"),
    JSON("application/json", "JSON"),
    PDF(PdfWriter.TYPE, "PDF");

    /** Those that hold tables. */
    public static final List<FileForm> TABLES = List.of(CSV, XLSX, ODS, JSON);

    private final String type;
    private final String label;

    FileForm(String type, String label) {
        this.type = type;
        this.label = label;
    }

    /** Media type of the file. */
    public String type() {
        return type;
    }

    /** As a link to the file names it. */
    public String label() {
        return label;
    }

    /** At the end of the address, without the dot. */
    public String suffix() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the file is compressed in itself. */
    public boolean packed() {
        return this == XLSX || this == ODS || this == PDF;
    }
}
