package careledger.etl.table;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.jspecify.annotations.Nullable;

/** The bytes of a packed file, kept so that one can jump about in them; what is larger than 8 MB in a temporary file. */
final class DeliveredBytes implements AutoCloseable {
    private static final int HELD = 8 * 1024 * 1024;

    private final byte[] held;
    private final @Nullable Path spooled;
    private final long size;

    private DeliveredBytes(byte[] held, @Nullable Path spooled, long size) {
        this.held = held;
        this.spooled = spooled;
        this.size = size;
    }

    static DeliveredBytes of(InputStream bytes) throws IOException {
        byte[] start = bytes.readNBytes(HELD);
        if (start.length < HELD) {
            return new DeliveredBytes(start, null, start.length);
        }
        Path file = Files.createTempFile("care-ledger-packed-", ".bin");
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(start);
            bytes.transferTo(out);
        }
        return new DeliveredBytes(start, file, Files.size(file));
    }

    long size() {
        return size;
    }

    boolean startsWith(int... unsigned) {
        if (held.length < unsigned.length) {
            return false;
        }
        for (int i = 0; i < unsigned.length; i++) {
            if ((held[i] & 0xFF) != unsigned[i]) {
                return false;
            }
        }
        return true;
    }

    InputStream open() throws IOException {
        return spooled == null
                ? new ByteArrayInputStream(held)
                : new BufferedInputStream(Files.newInputStream(spooled));
    }

    SeekableByteChannel channel() throws IOException {
        return spooled == null
                ? new SeekableInMemoryByteChannel(Arrays.copyOf(held, held.length))
                : Files.newByteChannel(spooled);
    }

    @Override
    public void close() throws IOException {
        if (spooled != null) {
            Files.deleteIfExists(spooled);
        }
    }
}
