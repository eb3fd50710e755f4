package careledger.release.servingfile;

import careledger.release.sql.Jdbc;
import careledger.release.sql.SqlResource;
import careledger.schema.star.ColumnType;
import careledger.schema.star.ObservationColumn;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The table {@code observation}, made of a release's tables, whose names have a prefix. */
public final class ServingTable {
    public static final String PREFIX = "parquet_";

    private static final String BREAKS =
            "CREATE TEMP TABLE series_break AS " + LineBreaks.of("SELECT * FROM series_point");

    /** In the order in which they run; the last makes the table. */
    private static final List<String> STEPS =
            List.of(text("wilson"), text("byar"), text("series_point"), BREAKS, text("observation"));

    private ServingTable() {}

    public static void make(Connection connection) throws SQLException {
        for (String step : STEPS) {
            Jdbc.execute(connection, step);
        }
    }

    /** The statements that make it, one after the other. */
    static String recipe() {
        return String.join("", STEPS);
    }

    private static String text(String step) {
        return SqlResource.of(ServingTable.class, step)
                .replace("${passed}", each(ObservationColumn.ofTable(), ServingTable::passed))
                .replace("${packed}", each(ObservationColumn.packed(), ObservationColumn::sqlName));
    }

    private static String passed(ObservationColumn column) {
        String name = "claim." + column.sqlName();
        return column.column().type() == ColumnType.FIGURE ? name + "::DOUBLE AS " + column.sqlName() : name;
    }

    private static String each(List<ObservationColumn> columns, Function<ObservationColumn, String> text) {
        return columns.stream().map(text).collect(Collectors.joining(",\n        "));
    }
}
