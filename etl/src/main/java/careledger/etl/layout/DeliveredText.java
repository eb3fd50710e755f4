package careledger.etl.layout;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of one delivered file, checked to be UTF-8 and kept so that they can be read twice: a file that turns out to
 * be broken in its last line must not have given figures before. What is larger than 8 MB is kept in a temporary file.
 */
final class DeliveredText implements AutoCloseable {
    private static final int HELD = 8 * 1024 * 1024;
    private static final int CHUNK = 64 * 1024;

    private final byte[] held;
    private final @Nullable Path spooled;
    private final Optional<Utf8Check.Fault> fault;

    private DeliveredText(byte[] held, @Nullable Path spooled, Optional<Utf8Check.Fault> fault) {
        this.held = held;
        this.spooled = spooled;
        this.fault = fault;
    }

    static DeliveredText of(InputStream bytes) throws IOException {
        Utf8Check check = new Utf8Check();
        byte[] start = bytes.readNBytes(HELD);
        check.add(start, start.length);
        if (start.length < HELD) {
            return new DeliveredText(start, null, check.finish());
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
        return new DeliveredText(new byte[0], file, check.finish());
    }

    /** Where it is not UTF-8. */
    Optional<Utf8Check.Fault> fault() {
        return fault;
    }

    /** A reader from the beginning. */
    Reader open() throws IOException {
        InputStream in = spooled == null
                ? new ByteArrayInputStream(held)
                : new BufferedInputStream(Files.newInputStream(spooled));
        return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        if (spooled != null) {
            Files.deleteIfExists(spooled);
        }
    }
}
