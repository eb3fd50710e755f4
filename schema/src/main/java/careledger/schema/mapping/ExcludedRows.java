package careledger.schema.mapping;

import java.util.Set;

/**
 * Rows that a delivery has and that are not wanted.
 *
 * @param column header of the column that decides
 * @param values cells, without spaces around them
 * @param unless rows with any other cell are meant, and those with one of the values stay
 * @param line in extract.yaml
 */
public record ExcludedRows(String column, Set<String> values, boolean unless, String because, int line) {
    public ExcludedRows {
        values = Set.copyOf(values);
    }

    public boolean meets(String cell) {
        return values.contains(cell.strip()) != unless;
    }
}
