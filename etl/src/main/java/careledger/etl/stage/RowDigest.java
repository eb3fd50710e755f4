package careledger.etl.stage;

import careledger.release.file.Digest;
import java.math.BigDecimal;
import org.apache.spark.sql.Row;
import scala.collection.Seq;

/** The digest of one file's rows, one after another; null, a text and a list of texts give different digests. */
final class RowDigest {
    private final Digest digest;

    /** @param writer how the file is written, and what table it is of */
    RowDigest(String writer, String partition) {
        this.digest = new Digest().add(writer).add(partition);
    }

    void add(Row row) {
        for (int i = 0; i < row.size(); i++) {
            if (row.isNullAt(i)) {
                digest.add("null");
            } else if (row.get(i) instanceof Seq<?> texts) {
                digest.add("list " + texts.size());
                row.getList(i).forEach(text -> digest.add(String.valueOf(text)));
            } else if (row.get(i) instanceof BigDecimal figure) {
                digest.add("=" + figure.toPlainString());
            } else {
                digest.add("=" + row.get(i));
            }
        }
    }

    /** @param hash of a row, always of the same length */
    void add(byte[] hash) {
        digest.add(hash);
    }

    String hex() {
        return digest.hex();
    }
}
