package careledger.schema.mapping;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One column of a wide table.
 *
 * @param position first is 1
 * @param header exactly as printed; may be blank or occur twice
 * @param name what the mapping calls it: the header unless said otherwise
 * @param below how the second row of a row that is continued is printed
 * @param beside name of the companion column, such as the count of a percentage
 * @param appliesTo names of the columns whose first figure a remark belongs to
 * @param values what printed words mean, for periods and remarks; an empty meaning is no remark
 * @param of the dimension whose members are in the column; empty otherwise
 * @param year what printed years of a column of periods are; empty where periods are written as in mappings
 * @param fillDown whether a blank cell means the same as the cell above it
 * @param line in extract.yaml
 */
public record WideColumn(
        int position,
        String header,
        String name,
        ColumnRole role,
        Level level,
        Optional<Level> below,
        Optional<String> beside,
        List<String> appliesTo,
        Map<String, String> values,
        String of,
        Optional<YearKind> year,
        boolean fillDown,
        int line) {
    public WideColumn {
        appliesTo = List.copyOf(appliesTo);
        values = Map.copyOf(values);
    }

    /** What a message calls it: the header, with the column's number where the header is blank or not its name. */
    public String describe() {
        return header.equals(name) && !header.isBlank() ? header : (header + " (column " + position + ")").strip();
    }
}
