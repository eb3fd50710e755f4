package careledger.etl.stage;

import java.io.Serial;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** Sorted rows in, one digest a partition of the table out: rows of one partition follow one another. */
final class DigestRows implements MapPartitionsFunction<Row, Row> {
    @Serial
    private static final long serialVersionUID = 1L;

    static final StructType ANSWER =
            new StructType().add("partition", DataTypes.StringType, false).add("content", DataTypes.StringType, false);

    private final String writer;
    private final String partitionedBy;

    /** @param partitionedBy the column whose values get a file each, or {@link RowContents#WHOLE} */
    DigestRows(String writer, String partitionedBy) {
        this.writer = writer;
        this.partitionedBy = partitionedBy;
    }

    @Override
    public Iterator<Row> call(Iterator<Row> rows) {
        List<Row> answers = new ArrayList<>();
        String partition = RowContents.WHOLE;
        @Nullable RowDigest digest = null;
        while (rows.hasNext()) {
            Row row = rows.next();
            String next = partitionedBy.equals(RowContents.WHOLE)
                    ? RowContents.WHOLE
                    : String.valueOf(row.<Object>getAs(partitionedBy));
            if (digest == null || !next.equals(partition)) {
                if (digest != null) {
                    answers.add(RowFactory.create(partition, digest.hex()));
                }
                partition = next;
                digest = new RowDigest(writer, partition);
            }
            digest.add(row);
        }
        if (digest != null) {
            answers.add(RowFactory.create(partition, digest.hex()));
        }
        return answers.iterator();
    }
}
