package careledger.api.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of an answer, or of one part of it: written whole before any of them is sent. Few are kept in memory, many in
 * a file of the {@link Spool}.
 */
public final class AnswerBuffer extends OutputStream {
    private static final int IN_MEMORY = 64 * 1024;

    private final Spool spool;
    private final Memory memory = new Memory();
    private @Nullable FileChannel file;
    private long written;
    private long spooled;
    private long read;

    public AnswerBuffer(Spool spool) {
        this.spool = spool;
    }

    @Override
    public void write(int single) throws IOException {
        write(new byte[] {(byte) single}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int start, int length) throws IOException {
        memory.write(bytes, start, length);
        written += length;
        if (memory.size() > IN_MEMORY) {
            spill();
        }
    }

    public long size() {
        return written;
    }

    /** Bytes that follow those read before; -1 at the end. */
    public int read(byte[] target) throws IOException {
        FileChannel inFile = file;
        if (inFile == null) {
            int count = (int) Math.min(target.length, written - read);
            if (count <= 0) {
                return -1;
            }
            memory.copy((int) read, target, count);
            read += count;
            return count;
        }
        spill();
        int count = inFile.read(ByteBuffer.wrap(target), read);
        read += Math.max(0, count);
        return count;
    }

    /** Forgets what was written, to hold the next part. */
    public void clear() throws IOException {
        close();
        memory.reset();
        written = 0;
        read = 0;
    }

    @Override
    public void close() throws IOException {
        spool.giveBack(spooled);
        spooled = 0;
        FileChannel inFile = file;
        file = null;
        if (inFile != null) {
            inFile.close();
        }
    }

    /** Closes it where something else has failed already. */
    void discard() {
        try {
            close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void spill() throws IOException {
        if (memory.size() == 0) {
            return;
        }
        spool.take(memory.size());
        spooled += memory.size();
        FileChannel target = file == null ? spool.open() : file;
        file = target;
        ByteBuffer bytes = ByteBuffer.wrap(memory.toByteArray());
        while (bytes.hasRemaining()) {
            target.write(bytes);
        }
        memory.reset();
    }

    private static final class Memory extends ByteArrayOutputStream {
        Memory() {
            super(1024);
        }

        void copy(int start, byte[] target, int length) {
            System.arraycopy(buf, start, target, 0, length);
        }
    }
}
