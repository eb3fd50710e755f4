package careledger.schema.mapping;

import java.util.Optional;

/** Where the numerator or the denominator of a figure is found. */
public sealed interface Part {
    /** Another figure of the same cell. */
    record SameCell(String figure) implements Part {}

    /** One figure of the same cell less another. */
    record Difference(String from, String less) implements Part {}

    /** The first figure of the companion column, in the same row. */
    record Beside() implements Part {}

    /** The first figure of the same column in the row above, where a second row continues it. */
    record Above() implements Part {}

    /**
     * A figure elsewhere in the table.
     *
     * @param row label; the same row where it is not said
     * @param column name; the companion column, else the same column, where it is not said
     * @param figure placeholder; the cell's first figure where it is not said
     */
    record Elsewhere(Optional<String> row, Optional<String> column, Optional<String> figure) implements Part {}
}
