package careledger.answers.export;

import java.util.regex.Pattern;

/** @param name letters, digits and '_', starting with a letter */
public record ExportColumn(String name, ExportType type) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

    public ExportColumn {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("'" + name + "' cannot name a column: letters, digits and '_'.");
        }
    }

    String definition() {
        return "\"" + name + "\" " + type.duckType();
    }
}
