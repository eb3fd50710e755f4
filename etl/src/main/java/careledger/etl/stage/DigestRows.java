package careledger.etl.stage;

import java.io.Serial;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.codec.digest.MurmurHash3;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.UnsafeProjection;
import org.apache.spark.sql.catalyst.expressions.UnsafeRow;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import scala.Tuple2;

/**
 * Sorted rows in, one digest a partition of the table out: rows of one partition follow one another.
 *
 * <p>A row is hashed as the bytes in which Spark compares rows, to 128 bits by a function that is quick; the digest is the
 * SHA-256 of these. Turning each cell into text and hashing that took a tenth of a whole run.
 */
final class DigestRows implements FlatMapFunction<Iterator<InternalRow>, Tuple2<String, String>> {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final int SEED = 0;

    private final String writer;
    private final StructType columns;
    private final String partitionedBy;

    /** @param partitionedBy the column whose values get a file each, or {@link RowContents#WHOLE} */
    DigestRows(String writer, StructType columns, String partitionedBy) {
        this.writer = writer;
        this.columns = columns;
        this.partitionedBy = partitionedBy;
    }

    @Override
    public Iterator<Tuple2<String, String>> call(Iterator<InternalRow> rows) {
        int at = partitionedBy.equals(RowContents.WHOLE) ? -1 : columns.fieldIndex(partitionedBy);
        UnsafeProjection bytes = UnsafeProjection.create(columns);
        List<Tuple2<String, String>> answers = new ArrayList<>();
        String partition = RowContents.WHOLE;
        @Nullable RowDigest digest = null;
        while (rows.hasNext()) {
            InternalRow row = rows.next();
            String next = at < 0 ? RowContents.WHOLE : String.valueOf(row.get(at, columns.fields()[at].dataType()));
            if (digest == null || !next.equals(partition)) {
                if (digest != null) {
                    answers.add(new Tuple2<>(partition, digest.hex()));
                }
                partition = next;
                digest = new RowDigest(writer, partition);
            }
            digest.add(hash(bytes.apply(row)));
        }
        if (digest != null) {
            answers.add(new Tuple2<>(partition, digest.hex()));
        }
        return answers.iterator();
    }

    private static byte[] hash(UnsafeRow row) {
        byte[] bytes = row.getBytes();
        long[] halves = MurmurHash3.hash128x64(bytes, 0, bytes.length, SEED);
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(halves[0])
                .putLong(halves[1])
                .array();
    }
}
