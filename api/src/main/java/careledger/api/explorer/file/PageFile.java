package careledger.api.explorer.file;

import careledger.answers.export.ExportType;
import careledger.api.namedquery.CsvTable;
import careledger.api.namedquery.TableColumn;
import careledger.api.spreadsheet.OdsWriter;
import careledger.api.spreadsheet.SheetColumn;
import careledger.api.spreadsheet.SheetTable;
import careledger.api.spreadsheet.SheetTable.Note;
import careledger.api.spreadsheet.XlsxWriter;
import careledger.api.web.WantedBytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A page as a file.
 *
 * @param title of the page
 * @param notes what a reader must know about the tables
 */
public record PageFile(String title, List<Note> notes, List<FileTable> tables) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String TABLE = "Table";

    public PageFile {
        notes = List.copyOf(notes);
        tables = List.copyOf(tables);
    }

    /** The whole file. */
    public byte[] as(FileForm form) throws IOException {
        WantedBytes out = WantedBytes.ofThisRequest();
        switch (form) {
            case CSV -> csv(out);
            case JSON -> out.write(JSON.writeValueAsBytes(json()));
            case XLSX -> XlsxWriter.write(sheets(), out);
            case ODS -> OdsWriter.write(sheets(), out);
            case PDF -> throw new IllegalArgumentException("a PDF holds a page, not its tables");
        }
        return out.toByteArray();
    }

    /** Where there are several tables, one of all their columns, whose first says which table a row is of. */
    private void csv(ByteArrayOutputStream out) throws IOException {
        boolean several = tables.size() > 1;
        Map<String, ExportType> columns = new LinkedHashMap<>();
        if (several) {
            columns.put(TABLE, ExportType.TEXT);
        }
        tables.forEach(table -> table.columns()
                .forEach(column -> columns.merge(
                        column.title(), column.type(), (one, other) -> one == other ? one : ExportType.TEXT)));
        List<String> titles = List.copyOf(columns.keySet());
        CsvTable csv = new CsvTable(
                out,
                columns.entrySet().stream()
                        .map(column -> new TableColumn(column.getKey(), type(column.getValue()), true))
                        .toList(),
                false);
        for (FileTable table : tables) {
            int[] places = table.columns().stream()
                    .mapToInt(column -> titles.indexOf(column.title()))
                    .toArray();
            for (@Nullable Object[] row : table.rows()) {
                @Nullable Object[] cells = new @Nullable Object[titles.size()];
                if (several) {
                    cells[0] = table.title();
                }
                for (int i = 0; i < places.length; i++) {
                    cells[places[i]] = row[i];
                }
                csv.add(cells);
            }
        }
        csv.flush();
    }

    /** As the contract names the types of columns. */
    private static String type(ExportType type) {
        return switch (type) {
            case TEXT -> "String";
            case INTEGER -> "Int";
            case NUMBER -> "Float";
            case BOOLEAN -> "Boolean";
            case DATE -> "Date";
            case TIMESTAMP -> "DateTime";
        };
    }

    private List<SheetTable> sheets() {
        List<SheetTable> sheets = new ArrayList<>();
        for (int i = 0; i < tables.size(); i++) {
            FileTable table = tables.get(i);
            sheets.add(new SheetTable(
                    tables.size() == 1 ? "Data" : "Data " + (i + 1),
                    table.columns(),
                    (Consumer<@Nullable Object[]> reader) -> table.rows().forEach(reader)));
        }
        List<Note> all = new ArrayList<>(notes);
        for (int i = 0; i < tables.size(); i++) {
            all.add(1 + i, new Note(sheets.get(i).name(), tables.get(i).title()));
        }
        sheets.add(SheetTable.notes(all));
        return sheets;
    }

    private Map<String, Object> json() {
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("title", title);
        file.put("notes", notes);
        file.put("tables", tables.stream().map(PageFile::json).toList());
        return file;
    }

    private static Map<String, Object> json(FileTable table) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (@Nullable Object[] row : table.rows()) {
            Map<String, @Nullable Object> cells = new LinkedHashMap<>();
            for (int i = 0; i < row.length; i++) {
                Object cell = row[i];
                cells.put(
                        table.columns().get(i).title(),
                        cell instanceof Number || cell == null ? cell : cell.toString());
            }
            rows.add(cells);
        }
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("title", table.title());
        written.put("columns", table.columns().stream().map(SheetColumn::title).toList());
        written.put("rows", rows);
        return written;
    }
}
