package careledger.api.namedquery;

import careledger.answers.export.ExportType;
import careledger.api.config.CareLedgerProperties;
import careledger.api.error.ApiException;
import careledger.api.error.ProblemCode;
import careledger.api.namedquery.NamedQueryController.Version;
import careledger.api.spreadsheet.OdsWriter;
import careledger.api.spreadsheet.SheetColumn;
import careledger.api.spreadsheet.SheetRowSource;
import careledger.api.spreadsheet.SheetTable;
import careledger.api.spreadsheet.SheetTable.Note;
import careledger.api.spreadsheet.XlsxWriter;
import careledger.api.web.BytesBody;
import careledger.api.web.RequestContext;
import careledger.api.web.WantedBytes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Writes a table as a workbook: a sheet of rows, and a sheet that says what they are. The file is whole before its first
 * byte goes out, so it has a limit of rows; a longer table is for CSV or Parquet.
 */
final class WorkbookAnswer {
    private static final int MOST_ROWS = CareLedgerProperties.Limits.WORKBOOK_ROWS;

    private WorkbookAnswer() {}

    static void write(RowPages pages, AnswerHead head) throws IOException {
        byte[] file;
        try {
            file = file(pages, head);
        } finally {
            RequestContext.current().ifPresent(RequestContext::produced);
        }
        head.send(pages.cursor(), new BytesBody(file));
    }

    private static byte[] file(RowPages pages, AnswerHead head) throws IOException {
        List<@Nullable Object[]> rows = new ArrayList<>();
        do {
            pages.read(row -> {
                if (rows.size() == MOST_ROWS) {
                    throw tooLong(head);
                }
                rows.add(row);
            });
        } while (pages.next());
        List<SheetColumn> columns = pages.columns().stream()
                .map(column -> new SheetColumn(column.name(), column.holds()))
                .toList();
        WantedBytes file = WantedBytes.ofThisRequest();
        SheetRowSource wanted = reader -> rows.forEach(row -> {
            file.requireWanted();
            reader.accept(row);
        });
        List<SheetTable> sheets =
                List.of(new SheetTable("Data", columns, wanted), SheetTable.notes(notes(pages, head)));
        if (head.asked().representation() == Representation.ODS) {
            OdsWriter.write(sheets, file);
        } else {
            XlsxWriter.write(sheets, file);
        }
        return file.toByteArray();
    }

    private static List<Note> notes(RowPages pages, AnswerHead head) {
        List<Note> notes = new ArrayList<>();
        notes.add(new Note("Title", head.asked().query().header().title()));
        notes.add(new Note("About", head.asked().query().header().about()));
        notes.add(new Note("Address", head.request().getRequestURL().toString()));
        head.version().map(Version::release).ifPresent(release -> notes.add(new Note("Data version", release)));
        notes.add(new Note(
                "Status symbols",
                "[c] suppressed to protect individuals; [low] rounds to zero; [u] too few to be reliable; [x] not"
                        + " available; [z] not applicable"));
        notes.add(new Note(
                "Licence",
                "Figures of the Department for Education contain public sector information licensed under the Open"
                        + " Government Licence v3.0."));
        if (pages.columns().stream().anyMatch(column -> column.holds() == ExportType.TIMESTAMP)) {
            notes.add(new Note("Times", "Times are in Coordinated Universal Time (UTC)."));
        }
        return notes;
    }

    private static ApiException tooLong(AnswerHead head) {
        return ApiException.of(
                HttpStatus.BAD_REQUEST,
                ProblemCode.LIMIT_EXCEEDED,
                "The table has more than " + MOST_ROWS + " rows, the most that a workbook holds here.",
                "Ask for fewer rows, or for " + head.asked().query().name() + ".csv or .parquet, which have no limit.");
    }
}
