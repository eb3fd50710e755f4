package careledger.etl.stage;

import static org.apache.spark.sql.functions.col;

import careledger.schema.star.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Writes tables as Parquet with the same file names and the same order of rows for the same rows. */
final class TableWriter {
    private static final String PART = "part-";

    private final SparkSession spark;
    private final Path release;

    TableWriter(SparkSession spark, Path release) {
        this.spark = spark;
        this.release = release;
    }

    /** A table small enough for the driver, in one file. */
    void write(Table table, List<Row> rows) throws IOException {
        write(table, spark.createDataFrame(rows, StarTypes.of(table)));
    }

    /** A table in one file a partition; columns beside those of the table are written too. */
    void write(Table table, Dataset<Row> rows) throws IOException {
        Path folder = release.resolve(table.name());
        Column[] key = table.key().stream().map(name -> col(name)).toArray(Column[]::new);
        if (table.partitionedBy().isEmpty()) {
            rows.coalesce(1)
                    .sortWithinPartitions(key)
                    .write()
                    .option("compression", "zstd")
                    .parquet(folder.toUri().toString());
        } else {
            Column[] partition =
                    table.partitionedBy().stream().map(name -> col(name)).toArray(Column[]::new);
            rows.repartition(partition)
                    .sortWithinPartitions(
                            Stream.concat(Stream.of(partition), Stream.of(key)).toArray(Column[]::new))
                    .write()
                    .option("compression", "zstd")
                    .partitionBy(table.partitionedBy().toArray(String[]::new))
                    .parquet(folder.toUri().toString());
        }
        settleNames(folder);
    }

    /** Spark names its files anew each time; the release names them part-0, part-1 and so on. */
    private static void settleNames(Path folder) throws IOException {
        List<Path> folders;
        try (Stream<Path> all = Files.walk(folder)) {
            folders = all.filter(Files::isDirectory).toList();
        }
        for (Path one : folders) {
            int number = 0;
            for (Path file : files(one)) {
                String name = file.getFileName().toString();
                if (name.startsWith(PART) && name.endsWith(".parquet")) {
                    Files.move(file, one.resolve(PART + number + ".parquet"));
                    number++;
                } else {
                    Files.delete(file);
                }
            }
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
