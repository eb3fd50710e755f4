package careledger.api.explorer;

import careledger.answers.export.ExportType;
import careledger.api.explorer.Block.Facts;
import careledger.api.explorer.Block.Heading;
import careledger.api.explorer.Block.Inline;
import careledger.api.explorer.Block.Links;
import careledger.api.explorer.PageTable.Cell;
import careledger.api.explorer.file.FileTable;
import careledger.api.spreadsheet.SheetTable.Note;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Blocks of a page as tables of a file: tables as they are, lists with a row for each entry, text as notes. */
final class BlockTables {
    private static final String ADDRESS = "Address";

    private final FileVisit visit;
    private final List<FileTable> tables = new ArrayList<>();
    private final List<Note> notes = new ArrayList<>();
    private String heading;

    BlockTables(SheetModel page, FileVisit visit) {
        this.visit = visit;
        this.heading = page.title();
        if (!page.lead().isEmpty()) {
            notes.add(new Note("About", page.lead()));
        }
        page.blocks().forEach(this::add);
    }

    /** In the order of the page; empty where it is made of text only. */
    List<FileTable> tables() {
        return List.copyOf(tables);
    }

    List<Note> notes() {
        return List.copyOf(notes);
    }

    private void add(Block block) {
        if (block instanceof Heading next) {
            heading = next.text();
        } else if (block instanceof Block.Text text) {
            notes.add(new Note(heading, text.text()));
        } else if (block instanceof Block.Note note) {
            notes.add(new Note(heading, note.text()));
        } else if (block instanceof Block.Code code) {
            notes.add(new Note(heading, code.text()));
        } else if (block instanceof Block.Table table) {
            tables.add(table(table.table()));
        } else if (block instanceof Links links) {
            FileTable.Draft draft = FileTable.named(heading).texts("Title", "Text", ADDRESS);
            links.items().forEach(item -> draft.row(item.title(), item.text(), absolute(item.link())));
            tables.add(draft.done());
        } else if (block instanceof Inline links) {
            FileTable.Draft draft = FileTable.named(heading).texts("Title", ADDRESS);
            links.links().forEach(link -> draft.row(link.text(), absolute(link.link())));
            tables.add(draft.done());
        } else if (block instanceof Facts facts) {
            FileTable.Draft draft = FileTable.named(heading).texts("Name", "Text", ADDRESS);
            facts.facts().forEach(fact -> draft.row(fact.name(), fact.text(), absolute(fact.link())));
            tables.add(draft.done());
        }
    }

    /** Beside a column of numbers is one of them as they are written, where that says more; so are links and small text. */
    private FileTable table(PageTable table) {
        FileTable.Draft draft = FileTable.named(table.caption());
        List<Function<List<Cell>, @Nullable Object>> readers = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            int place = i;
            String title = table.columns().get(i).title();
            List<Cell> cells = table.rows().stream().map(row -> row.get(place)).toList();
            ExportType type = type(cells);
            draft.column(title, type);
            readers.add(row -> type == ExportType.TEXT
                    ? text(row.get(place))
                    : row.get(place).value());
            if (type == ExportType.NUMBER) {
                draft.texts(title + ", as written");
                readers.add(row -> row.get(place).text());
            }
            if (cells.stream().anyMatch(cell -> !cell.small().isEmpty())) {
                draft.texts(title + ", note");
                readers.add(row -> row.get(place).small());
            }
            if (cells.stream().anyMatch(cell -> !cell.link().isEmpty())) {
                draft.texts(title + ", address");
                readers.add(row -> absolute(row.get(place).link()));
            }
        }
        table.rows()
                .forEach(row -> draft.row(
                        readers.stream().map(reader -> reader.apply(row)).toArray()));
        return draft.done();
    }

    private static Object text(Cell cell) {
        return cell.value() instanceof String whole ? whole : cell.text();
    }

    /** That of the values in a column; text where there is none. */
    private static ExportType type(List<Cell> cells) {
        for (Cell cell : cells) {
            Object value = cell.value();
            if (value instanceof Double) {
                return ExportType.NUMBER;
            } else if (value instanceof Number) {
                return ExportType.INTEGER;
            } else if (value instanceof LocalDate) {
                return ExportType.DATE;
            } else if (value instanceof Instant) {
                return ExportType.TIMESTAMP;
            }
        }
        return ExportType.TEXT;
    }

    private String absolute(String link) {
        return visit.address(link);
    }
}
