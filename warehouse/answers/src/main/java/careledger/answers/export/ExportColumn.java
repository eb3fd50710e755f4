package careledger.answers.export;

/** @param name as people read it, or as programs do */
public record ExportColumn(String name, ExportType type) {
    public ExportColumn {
        if (name.isBlank()) {
            throw new IllegalArgumentException("A column has no name.");
        }
    }

    String definition() {
        return "\"" + name.replace("\"", "\"\"") + "\" " + type.duckType();
    }
}
