package careledger.release.store;

import careledger.schema.star.ColumnType;

/** DuckDB's names for the types of columns. */
public final class DuckTypes {
    private DuckTypes() {}

    public static String of(ColumnType type) {
        return switch (type) {
            case TEXT -> "VARCHAR";
            case TEXTS -> "VARCHAR[]";
            case INTEGER -> "INTEGER";
            case BOOLEAN -> "BOOLEAN";
            case DATE -> "DATE";
            case FIGURE -> "DECIMAL(" + ColumnType.FIGURE_PRECISION + "," + ColumnType.FIGURE_SCALE + ")";
        };
    }
}
