package careledger.schema.star;

/**
 * A column of a table.
 *
 * @param meaning one sentence for the person who reads the table
 * @param since the schema version that added it; releases of an earlier version have null there
 */
public record Column(String name, ColumnType type, boolean nullable, String meaning, int since) {
    /** A column that every release has. */
    public Column(String name, ColumnType type, boolean nullable, String meaning) {
        this(name, type, nullable, meaning, 1);
    }
}
