package careledger.release.servingfile;

import careledger.release.sql.Jdbc;
import careledger.release.sql.SqlResource;
import careledger.schema.star.ColumnType;
import careledger.schema.star.ObservationColumn;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The table {@code observation}, made of a release's tables, whose names have a prefix. */
public final class ServingTable {
    public static final String PREFIX = "parquet_";

    /** Read once: behind the name is the statement that withholds small counts. */
    private static final String CLAIMS =
            "CREATE TEMP TABLE served_claim AS SELECT * FROM " + PREFIX + "fact_observation";

    private static final String BREAKS =
            "CREATE TEMP TABLE series_break AS " + LineBreaks.of("SELECT * FROM series_point");

    /** In the order in which they run, before the table is made. */
    private static final List<String> STEPS =
            List.of(CLAIMS, text("wilson"), text("byar"), text("series_number"), text("series_point"), BREAKS);

    private static final String ROWS = text("observation");

    private static final String INDEX = "CREATE INDEX observation_series ON observation (series_half)";

    /** Rows that are sorted at once, so that memory is that of so many, whatever the size of the release. */
    private static final long ROWS_AT_ONCE = 122_880;

    private ServingTable() {}

    public static void make(Connection connection) throws SQLException {
        make(connection, ROWS_AT_ONCE);
    }

    static void make(Connection connection, long rowsAtOnce) throws SQLException {
        for (String step : STEPS) {
            Jdbc.execute(connection, step);
        }
        Jdbc.execute(connection, "CREATE TABLE observation AS " + between("", "") + " LIMIT 0");
        for (Indicators some : Indicators.together(indicators(connection), rowsAtOnce)) {
            Jdbc.execute(connection, "INSERT INTO observation " + between(some.first(), some.last()));
        }
        Jdbc.execute(connection, "DROP VIEW series_point");
        Jdbc.execute(connection, "DROP TABLE served_claim");
    }

    /** Lets one series be found without looking through its neighbours. */
    static void index(Connection connection) throws SQLException {
        Jdbc.execute(connection, INDEX);
    }

    /** In the order of the table. */
    private static List<Indicators> indicators(Connection connection) throws SQLException {
        return Jdbc.list(
                connection,
                "SELECT indicator_id, count(*) FROM served_claim GROUP BY 1 ORDER BY 1",
                row -> new Indicators(row.getString(1), row.getString(1), row.getLong(2)));
    }

    private static String between(String first, String last) {
        return ROWS.replace("BETWEEN ? AND ?", "BETWEEN " + Jdbc.literal(first) + " AND " + Jdbc.literal(last));
    }

    /** The statements that make it, one after the other. */
    static String recipe() {
        return String.join("", STEPS) + ROWS + INDEX;
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

    /** Indicators from one to another, in the order of their ids, and how many figures they have. */
    record Indicators(String first, String last, long rows) {
        /** Neighbours are put together as long as they stay below so many rows. */
        static List<Indicators> together(List<Indicators> each, long rowsAtOnce) {
            List<Indicators> parts = new ArrayList<>();
            for (Indicators next : each) {
                int end = parts.size() - 1;
                if (end >= 0 && parts.get(end).rows + next.rows <= rowsAtOnce) {
                    Indicators before = parts.get(end);
                    parts.set(end, new Indicators(before.first, next.last, before.rows + next.rows));
                } else {
                    parts.add(next);
                }
            }
            return parts;
        }
    }
}
