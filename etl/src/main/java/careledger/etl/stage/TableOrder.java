package careledger.etl.stage;

import static org.apache.spark.sql.functions.col;

import careledger.schema.star.Table;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The order in which the rows of a table are written. */
final class TableOrder {
    private TableOrder() {}

    /** In the order of the key, and then of all other columns: rows of one key must not change places. */
    static Dataset<Row> of(Table table, Dataset<Row> rows) {
        Set<String> order = new LinkedHashSet<>(table.partitionedBy());
        order.addAll(table.key());
        order.addAll(List.of(rows.columns()));
        Column[] columns = order.stream().map(name -> col(name)).toArray(Column[]::new);
        if (table.partitionedBy().isEmpty()) {
            return rows.coalesce(1).sortWithinPartitions(columns);
        }
        return rows.repartition(
                        table.partitionedBy().stream().map(name -> col(name)).toArray(Column[]::new))
                .sortWithinPartitions(columns);
    }
}
