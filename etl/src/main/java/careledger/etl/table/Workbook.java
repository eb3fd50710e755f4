package careledger.etl.table;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** The sheets of a workbook: an .xlsx or an .ods. */
interface Workbook {
    List<SheetCells> sheets();

    /** @param name of the file, whose ending says which kind it is */
    static Workbook of(String name, DeliveredBytes bytes) throws IOException {
        if (bytes.startsWith(0xD0, 0xCF, 0x11, 0xE0)) {
            throw new UnreadableFileException("'" + name
                    + "' is locked by a password, or is an old .xls; save it as .xlsx without" + " a password.");
        }
        if (!bytes.startsWith('P', 'K')) {
            throw new UnreadableFileException(
                    "'" + name + "' is no workbook, whatever its ending says; save it as .xlsx or .ods, or"
                            + " name it .csv if it is text.");
        }
        return name.toLowerCase(Locale.ROOT).endsWith(".ods") ? OdsWorkbook.of(bytes) : XlsxWorkbook.of(bytes);
    }
}
