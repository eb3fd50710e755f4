package careledger.etl.table;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of one delivered file, checked to be of its encoding and kept so that they can be read twice: a file that turns out to
 * be broken in its last line must not have given figures before. What is larger than 8 MB is kept in a temporary file.
 */
final class DeliveredText implements AutoCloseable {
    private static final int HELD = 8 * 1024 * 1024;
    private static final int CHUNK = 64 * 1024;

    private final Charset encoding;
    private final byte[] held;
    private final @Nullable Path spooled;
    private final Optional<EncodingCheck.Fault> fault;

    private DeliveredText(Charset encoding, byte[] held, @Nullable Path spooled, Optional<EncodingCheck.Fault> fault) {
        this.encoding = encoding;
        this.held = held;
        this.spooled = spooled;
        this.fault = fault;
    }

    static DeliveredText of(InputStream bytes, Charset encoding) throws IOException {
        EncodingCheck check = new EncodingCheck(encoding);
        byte[] start = bytes.readNBytes(HELD);
        check.add(start, start.length);
        if (start.length < HELD) {
            return new DeliveredText(encoding, start, null, check.finish());
        }
        Path file = Files.createTempFile("care-ledger-delivered-", ".csv");
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(start);
            byte[] chunk = new byte[CHUNK];
            for (int read = bytes.read(chunk); read >= 0; read = bytes.read(chunk)) {
                check.add(chunk, read);
                out.write(chunk, 0, read);
            }
        }
        return new DeliveredText(encoding, new byte[0], file, check.finish());
    }

    /** Where it is not of its encoding. */
    Optional<EncodingCheck.Fault> fault() {
        return fault;
    }

    /** A reader from the beginning. */
    Reader open() throws IOException {
        InputStream in = spooled == null
                ? new ByteArrayInputStream(held)
                : new BufferedInputStream(Files.newInputStream(spooled));
        return new BufferedReader(new InputStreamReader(in, encoding));
    }

    @Override
    public void close() throws IOException {
        if (spooled != null) {
            Files.deleteIfExists(spooled);
        }
    }
}
