package careledger.api.explorer;

import careledger.api.explorer.file.FileTable;
import careledger.api.spreadsheet.SheetTable.Note;
import java.util.List;

/** What a page shows, where it is also to be had as a file. */
public interface Tabulated {
    /** The tables of the page: at least one. */
    List<FileTable> tables(FileVisit visit);

    /** What a reader must know about this page's figures; what holds for every page is added. */
    default List<Note> notes(FileVisit visit) {
        return List.of();
    }
}
