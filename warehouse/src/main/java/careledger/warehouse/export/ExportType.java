package careledger.warehouse.export;

/** What a column of an exported table holds. */
public enum ExportType {
    TEXT("VARCHAR"),
    WHOLE("INTEGER"),
    NUMBER("DOUBLE"),
    TRUTH("BOOLEAN"),
    DAY("DATE"),
    MOMENT("TIMESTAMP WITH TIME ZONE");

    private final String duckType;

    ExportType(String duckType) {
        this.duckType = duckType;
    }

    String duckType() {
        return duckType;
    }
}
