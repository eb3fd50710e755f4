package careledger.api.explorer;

import careledger.api.explorer.file.FileTable;
import careledger.api.spreadsheet.SheetTable.Note;
import java.util.List;

/**
 * A page that is made of blocks.
 *
 * @param where links to what it belongs to
 * @param lead the first sentence; may be empty
 */
public record SheetModel(String title, List<IndicatorModel.Action> where, String lead, List<Block> blocks)
        implements Tabulated {
    public SheetModel {
        where = List.copyOf(where);
        blocks = List.copyOf(blocks);
    }

    static PageContent page(String title, List<IndicatorModel.Action> where, String lead, List<Block> blocks) {
        return PageContent.of(
                "sheet", title, lead.isEmpty() ? title : lead, new SheetModel(title, where, lead, blocks));
    }

    /** One without rows where the page has nothing to list. */
    @Override
    public List<FileTable> tables(FileVisit visit) {
        List<FileTable> tables = new BlockTables(this, visit).tables();
        return tables.isEmpty()
                ? List.of(FileTable.named(title).texts("Text").row(lead).done())
                : tables;
    }

    @Override
    public List<Note> notes(FileVisit visit) {
        return new BlockTables(this, visit).notes();
    }
}
