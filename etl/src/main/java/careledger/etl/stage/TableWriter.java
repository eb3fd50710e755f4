package careledger.etl.stage;

import careledger.schema.star.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Writes tables as Parquet with the same file names and the same order of rows for the same rows. */
final class TableWriter {
    private static final String PART = "part-";
    private static final String ONLY = PART + "0.parquet";

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
        DataFrameWriter<Row> writer = TableOrder.of(table, rows).write().option("compression", "zstd");
        if (!table.partitionedBy().isEmpty()) {
            writer = writer.partitionBy(table.partitionedBy().toArray(String[]::new));
        }
        writer.parquet(SparkPaths.of(folder));
        settleNames(folder);
    }

    /** What was written of a table. */
    Dataset<Row> written(Table table) {
        return spark.read().parquet(SparkPaths.toRead(release.resolve(table.name())));
    }

    /** Spark gives its files new names each time; the release names the only one of a folder part-0, and settles its end. */
    private static void settleNames(Path folder) throws IOException {
        List<Path> folders;
        try (Stream<Path> all = Files.walk(folder)) {
            folders = all.filter(Files::isDirectory).toList();
        }
        for (Path one : folders) {
            List<Path> parts = new ArrayList<>();
            for (Path file : files(one)) {
                String name = file.getFileName().toString();
                if (name.startsWith(PART) && name.endsWith(".parquet")) {
                    parts.add(file);
                } else {
                    Files.delete(file);
                }
            }
            if (parts.size() > 1) {
                throw new IllegalStateException(one + " holds " + parts.size() + " files; one was expected.");
            }
            for (Path part : parts) {
                if (!part.equals(one.resolve(ONLY))) {
                    ParquetFooter.settle(part);
                    Files.move(part, one.resolve(ONLY));
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
