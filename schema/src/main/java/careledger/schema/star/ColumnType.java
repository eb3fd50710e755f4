package careledger.schema.star;

/** Types of columns, the same in Parquet and in DuckDB. */
public enum ColumnType {
    TEXT,
    /** List of texts. */
    TEXTS,
    INTEGER,
    BOOLEAN,
    DATE,
    /** DECIMAL(18,6): every printed figure exactly, up to twelve digits before the point and six after it. */
    FIGURE;

    public static final int FIGURE_PRECISION = 18;
    public static final int FIGURE_SCALE = 6;
}
