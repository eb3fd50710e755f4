package careledger.answers.export;

/** What a column of an exported table holds. */
public enum ExportType {
    TEXT("VARCHAR"),
    INTEGER("INTEGER"),
    NUMBER("DOUBLE"),
    BOOLEAN("BOOLEAN"),
    DATE("DATE"),
    TIMESTAMP("TIMESTAMP WITH TIME ZONE");

    private final String duckType;

    ExportType(String duckType) {
        this.duckType = duckType;
    }

    String duckType() {
        return duckType;
    }
}
