package careledger.release.store;

import careledger.release.sql.Jdbc;
import careledger.schema.star.Column;
import careledger.schema.star.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Checks that a table's key identifies its rows and that required columns are filled. */
final class TableKeyCheck {
    private TableKeyCheck() {}

    static List<String> problems(Connection connection, Table table) throws SQLException {
        List<String> problems = new ArrayList<>();
        for (Column column : table.columns()) {
            if (!column.nullable()) {
                long empty = Jdbc.one(
                        connection,
                        "SELECT count(*) FROM " + table.name() + " WHERE " + column.name() + " IS NULL",
                        row -> row.getLong(1));
                if (empty > 0) {
                    problems.add(table.name() + "." + column.name() + " is empty in " + empty + " rows.");
                }
            }
        }
        String key = String.join(", ", table.key());
        problems.addAll(Jdbc.list(
                connection,
                "SELECT concat_ws(', ', " + key + "), count(*) FROM " + table.name() + " GROUP BY " + key
                        + " HAVING count(*) > 1 ORDER BY 1",
                row -> table.name() + " holds " + row.getLong(2) + " rows of the key "
                        + table.key().stream().collect(Collectors.joining(", ", "(", ")")) + " = " + row.getString(1)
                        + "."));
        return problems;
    }
}
