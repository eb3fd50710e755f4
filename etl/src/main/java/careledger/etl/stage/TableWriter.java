package careledger.etl.stage;

import static org.apache.spark.sql.functions.col;

import careledger.release.store.Release;
import careledger.schema.star.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * Writes tables as Parquet with the same file names and the same order of rows for the same rows. What an earlier release
 * holds already is taken from there.
 */
final class TableWriter {
    private static final String PART = "part-";
    private static final String ONLY = PART + "0.parquet";

    private final SparkSession spark;
    private final Path release;
    private final EarlierFiles earlier;
    private final RowContents rowContents;
    private final Map<String, String> contents = new TreeMap<>();
    private int reused;

    TableWriter(SparkSession spark, Path release, Optional<Release> previous) throws IOException {
        this.spark = spark;
        this.release = release;
        this.earlier = new EarlierFiles(previous);
        this.rowContents = new RowContents(spark);
    }

    /** A table small enough for the driver, in one file. */
    void write(Table table, List<Row> rows) throws IOException {
        StructType columns = StarTypes.of(table);
        String content = rowContents.of(table, columns, rows);
        if (!takenFromEarlier(table, RowContents.WHOLE, content)) {
            write(table, TableOrder.of(table, spark.createDataFrame(rows, columns)), false);
        }
    }

    /** A table in one file a partition; columns beside those of the table are written too. */
    void write(Table table, Dataset<Row> rows) throws IOException {
        writeSorted(table, TableOrder.of(table, rows));
    }

    /** @param sorted in the {@link TableOrder}, and cheap to go over again */
    void writeSorted(Table table, Dataset<Row> sorted) throws IOException {
        Set<String> missing = new LinkedHashSet<>();
        Map<String, String> all = rowContents.of(table, sorted);
        for (Map.Entry<String, String> one : all.entrySet()) {
            if (!takenFromEarlier(table, one.getKey(), one.getValue())) {
                missing.add(one.getKey());
            }
        }
        if (missing.isEmpty()) {
            return;
        }
        boolean part = missing.size() < all.size();
        write(table, part ? sorted.where(in(table, missing)) : sorted, part);
    }

    /** Digests of what the files hold, by path below the release. */
    Map<String, String> contents() {
        return Map.copyOf(contents);
    }

    /** Files that were taken from the earlier release. */
    int reused() {
        return reused;
    }

    private boolean takenFromEarlier(Table table, String partition, String content) throws IOException {
        String path = table.name()
                + (table.partitionedBy().isEmpty()
                        ? ""
                        : "/" + table.partitionedBy().get(0) + "=" + partition)
                + "/" + ONLY;
        contents.put(path, content);
        boolean taken = earlier.copy(content, release.resolve(path));
        if (taken) {
            reused++;
        }
        return taken;
    }

    private static Column in(Table table, Set<String> partitions) {
        return col(table.partitionedBy().get(0)).cast("string").isin(partitions.toArray());
    }

    /** @param beside whether other files of the table are there already */
    private void write(Table table, Dataset<Row> sorted, boolean beside) throws IOException {
        Path folder = release.resolve(table.name());
        DataFrameWriter<Row> writer =
                sorted.write().mode(beside ? "append" : "errorifexists").option("compression", "zstd");
        if (!table.partitionedBy().isEmpty()) {
            writer = writer.partitionBy(table.partitionedBy().toArray(String[]::new));
        }
        writer.parquet(SparkPaths.of(folder));
        settleNames(folder);
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
