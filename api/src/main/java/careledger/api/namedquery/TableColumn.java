package careledger.api.namedquery;

import careledger.answers.export.ExportColumn;
import careledger.answers.export.ExportType;

/**
 * A column of a table, as one field of the contract gives it.
 *
 * @param type the field's type, as the contract names it
 * @param nullable whether a cell may be empty
 */
public record TableColumn(String name, String type, boolean nullable) {
    /** What the cells are. Ids, codes and constants are text, however like numbers they look. */
    public ExportType holds() {
        return switch (type) {
            case "Int" -> ExportType.INTEGER;
            case "Float" -> ExportType.NUMBER;
            case "Boolean" -> ExportType.BOOLEAN;
            case "Date" -> ExportType.DATE;
            case "DateTime" -> ExportType.TIMESTAMP;
            default -> ExportType.TEXT;
        };
    }

    public ExportColumn export() {
        return new ExportColumn(name, holds());
    }
}
