package careledger.api.web;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** A range of a file that is open; closing it closes what it came from too. */
public final class FileBody implements AnswerParts {
    private final FileChannel file;
    private final long end;
    private final AutoCloseable origin;
    private final long size;
    private long read;

    /** @param end position behind the last byte */
    public FileBody(FileChannel file, long start, long end, AutoCloseable origin) {
        this.file = file;
        this.read = start;
        this.end = end;
        this.size = end - start;
        this.origin = origin;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public int read(byte[] target) throws IOException {
        int most = (int) Math.min(target.length, end - read);
        if (most <= 0) {
            return -1;
        }
        int count = file.read(ByteBuffer.wrap(target, 0, most), read);
        if (count < 0) {
            throw new IOException("The file ended " + (end - read) + " bytes early.");
        }
        read += count;
        return count;
    }

    @Override
    public void close() throws IOException {
        try (AutoCloseable also = origin) {
            file.close();
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e);
        }
    }
}
