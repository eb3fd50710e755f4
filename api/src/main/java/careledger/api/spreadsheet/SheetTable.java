package careledger.api.spreadsheet;

import careledger.answers.export.ExportType;
import java.util.List;

/** A sheet of a workbook: a heading row, then the rows. */
public record SheetTable(String name, List<SheetColumn> columns, SheetRowSource rows) {
    public SheetTable {
        columns = List.copyOf(columns);
    }

    /** A sheet of two columns for what a reader must know about the others, one note a row. */
    public static SheetTable notes(List<Note> notes) {
        return new SheetTable(
                "Notes",
                List.of(new SheetColumn("Note", ExportType.TEXT), new SheetColumn("Text", ExportType.TEXT)),
                reader -> notes.forEach(note -> reader.accept(new Object[] {note.name(), note.text()})));
    }

    /**
     * What a reader must know.
     *
     * @param name such as Source or Licence
     */
    public record Note(String name, String text) {}
}
