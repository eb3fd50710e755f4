package careledger.etl.table;

import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;
import java.util.zip.CRC32;

/**
 * What comes out of a packed file, within bounds: a small file that swells to fill the disk is refused when it has grown
 * too far, not when the disk is full. Whatever is wrong with the packing comes out as {@link UnreadableFileException}.
 */
final class UnpackedStream extends InputStream {
    /** Most bytes that may come out of one file. */
    static final long MOST_BYTES = 1L << 30;

    /** Most bytes that may come out for each that went in, once {@link #RATIO_FROM} have come out. */
    static final int MOST_RATIO = 250;

    static final long RATIO_FROM = 8L << 20;

    private final InputStream packed;
    private final String name;
    private final long packedSize;
    private final OptionalLong crcExpected;
    private final CRC32 crc = new CRC32();
    private long count;
    private boolean ended;

    /** @param crcExpected the checksum that the archive states for the unpacked bytes, if nothing else checks it */
    UnpackedStream(InputStream packed, String name, long packedSize, OptionalLong crcExpected) {
        this.packed = packed;
        this.name = name;
        this.packedSize = packedSize;
        this.crcExpected = crcExpected;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int read;
        try {
            read = packed.read(into, offset, length);
        } catch (IOException | IllegalArgumentException e) {
            throw new UnreadableFileException(
                    "'" + name + "' cannot be unpacked (" + e.getMessage() + "); the file is damaged or was cut off.");
        }
        if (read < 0) {
            end();
            return read;
        }
        crc.update(into, offset, read);
        count += read;
        bound();
        return read;
    }

    @Override
    public void close() throws IOException {
        packed.close();
    }

    private void bound() throws UnreadableFileException {
        if (count > MOST_BYTES) {
            throw new UnreadableFileException("'" + name + "' unpacks to more than " + (MOST_BYTES >> 20)
                    + " MB, which is more than one table may be; deliver it in parts.");
        }
        if (count > RATIO_FROM && count / Math.max(1, packedSize) > MOST_RATIO) {
            throw new UnreadableFileException("'" + name + "' unpacks to more than " + MOST_RATIO
                    + " times its size, as files do that are made to fill a disk; deliver it unpacked if it is sound.");
        }
    }

    private void end() throws UnreadableFileException {
        if (!ended && crcExpected.isPresent() && crc.getValue() != crcExpected.getAsLong()) {
            throw new UnreadableFileException("'" + name
                    + "' does not have the checksum that the zip says (found %08x, expected".formatted(crc.getValue())
                    + " %08x); the zip is damaged.".formatted(crcExpected.getAsLong()));
        }
        ended = true;
    }
}
