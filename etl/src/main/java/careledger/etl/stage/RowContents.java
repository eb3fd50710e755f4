package careledger.etl.stage;

import careledger.etl.input.Program;
import careledger.release.file.Digest;
import careledger.schema.star.Table;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * Digests of what tables hold, a file each: of the rows in order, the columns, the program and the version of Spark. Two
 * files of one digest are the same bytes, so that the earlier one can stand for the later.
 */
final class RowContents {
    /** Names the only file of a table that has no partitions. */
    static final String WHOLE = "";

    private final String writer;

    RowContents(SparkSession spark) throws IOException {
        this.writer = new Digest().add(Program.digest()).add(spark.version()).hex();
    }

    /** Of a table in one file. */
    String of(Table table, StructType columns, List<Row> rows) {
        RowDigest digest = new RowDigest(writer(table, columns), WHOLE);
        rows.forEach(digest::add);
        return digest.hex();
    }

    /** By partition, or {@link #WHOLE}; of rows partitioned and sorted as they will be written. */
    Map<String, String> of(Table table, Dataset<Row> sorted) {
        String partitionedBy =
                table.partitionedBy().isEmpty() ? WHOLE : table.partitionedBy().get(0);
        Map<String, String> contents = new TreeMap<>();
        sorted.queryExecution()
                .toRdd()
                .toJavaRDD()
                .mapPartitions(new DigestRows(writer(table, sorted.schema()), sorted.schema(), partitionedBy))
                .collect()
                .forEach(answer -> contents.put(answer._1(), answer._2()));
        if (contents.isEmpty() && table.partitionedBy().isEmpty()) {
            contents.put(WHOLE, of(table, sorted.schema(), List.of()));
        }
        return contents;
    }

    private String writer(Table table, StructType columns) {
        return new Digest().add(writer).add(table.name()).add(columns.json()).hex();
    }
}
