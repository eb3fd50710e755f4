package careledger.etl.stage;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.xxhash64;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Rows that share their key with another row. Most rows of a load do not, and need not be moved to find that out. */
final class Crowded {
    private static final String HASH = "crowded_key";

    private Crowded() {}

    /**
     * Every row that shares its key, and perhaps a few that do not: keys are compared by a hash of 64 bits. A caller that
     * needs exactly these groups what is left by the key itself.
     *
     * @param key columns of the rows
     */
    static Dataset<Row> of(Dataset<Row> rows, Column... key) {
        Dataset<Row> shared = rows.groupBy(xxhash64(key).as(HASH))
                .agg(count(lit(1)).as("rows"))
                .where(col("rows").gt(1))
                .select(HASH);
        return in(rows, shared, key);
    }

    /** @param hashes one column of hashes of keys */
    static Dataset<Row> in(Dataset<Row> rows, Dataset<Row> hashes, Column... key) {
        return rows.join(broadcast(hashes.toDF(HASH)), xxhash64(key).equalTo(col(HASH)), "left_semi");
    }
}
