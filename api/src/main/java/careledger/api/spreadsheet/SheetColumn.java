package careledger.api.spreadsheet;

import careledger.answers.export.ExportType;

/**
 * A column of a sheet.
 *
 * @param title what its first row says
 */
public record SheetColumn(String title, ExportType type) {
    /** How wide it is shown, in letters: enough for its kind of value and for its title. */
    int letters() {
        int values =
                switch (type) {
                    case TEXT -> 24;
                    case DATE -> 11;
                    case TIMESTAMP -> 19;
                    case NUMBER, INTEGER, BOOLEAN -> 9;
                };
        return Math.max(values, title.length()) + 2;
    }
}
