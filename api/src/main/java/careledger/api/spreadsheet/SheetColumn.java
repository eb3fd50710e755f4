package careledger.api.spreadsheet;

import careledger.answers.export.ExportType;

/**
 * A column of a sheet.
 *
 * @param title what its first row says
 */
public record SheetColumn(String title, ExportType type) {}
