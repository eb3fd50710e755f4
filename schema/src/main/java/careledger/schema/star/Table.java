package careledger.schema.star;

import java.util.List;

/**
 * A table of the star schema.
 *
 * @param grain what one row is
 * @param key columns that identify a row; rows are written in their order
 * @param partitionedBy the column whose values get a folder each, or nothing
 */
public record Table(String name, String grain, List<String> key, List<String> partitionedBy, List<Column> columns) {
    public Table {
        key = List.copyOf(key);
        partitionedBy = List.copyOf(partitionedBy);
        columns = List.copyOf(columns);
    }
}
