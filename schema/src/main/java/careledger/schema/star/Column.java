package careledger.schema.star;

/** @param meaning one sentence for the person who reads the table */
public record Column(String name, ColumnType type, boolean nullable, String meaning) {}
