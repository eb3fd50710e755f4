package careledger.etl.stage;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Collections;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.Util;

/**
 * The end of a Parquet file, where its columns are described. Parquet's writer lists the encodings of each column in an
 * order that differs from process to process (apache/parquet-java issue 3215); files of the same rows are to be the same
 * bytes, so the list is put in order.
 */
final class ParquetFooter {
    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
    private static final int TAIL = Integer.BYTES + MAGIC.length;

    private ParquetFooter() {}

    static void settle(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            int length = length(channel, file);
            long start = channel.size() - TAIL - length;
            FileMetaData footer = Util.readFileMetaData(new ByteArrayInputStream(bytes(channel, start, length)));
            footer.getRow_groups().stream()
                    .flatMap(group -> group.getColumns().stream())
                    .forEach(column -> Collections.sort(column.getMeta_data().getEncodings()));
            write(channel, start, footer);
        }
    }

    private static int length(FileChannel channel, Path file) throws IOException {
        byte[] tail = channel.size() < TAIL ? new byte[0] : bytes(channel, channel.size() - TAIL, TAIL);
        if (tail.length < TAIL || !Arrays.equals(MAGIC, Arrays.copyOfRange(tail, Integer.BYTES, TAIL))) {
            throw new IOException(file + " was written by Spark and does not end as Parquet does.");
        }
        return ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN).getInt();
    }

    private static byte[] bytes(FileChannel channel, long from, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, from + bytes.position()) < 0) {
                throw new IOException("A Parquet file became shorter while it was read.");
            }
        }
        return bytes.array();
    }

    private static void write(FileChannel channel, long start, FileMetaData footer) throws IOException {
        ByteArrayOutputStream settled = new ByteArrayOutputStream();
        Util.writeFileMetaData(footer, settled);
        ByteBuffer end = ByteBuffer.allocate(settled.size() + TAIL).order(ByteOrder.LITTLE_ENDIAN);
        end.put(settled.toByteArray()).putInt(settled.size()).put(MAGIC).flip();
        while (end.hasRemaining()) {
            channel.write(end, start + end.position());
        }
        channel.truncate(start + end.limit());
    }
}
