package careledger.api.web;

/** A body that is in memory anyway, because it is kept, or short. */
public final class BytesBody implements AnswerParts {
    private final byte[] bytes;
    private int read;

    /** @param bytes which nobody changes any more */
    public BytesBody(byte[] bytes) {
        this.bytes = bytes;
    }

    @Override
    public long size() {
        return bytes.length;
    }

    @Override
    public int read(byte[] target) {
        int count = Math.min(target.length, bytes.length - read);
        if (count <= 0) {
            return -1;
        }
        System.arraycopy(bytes, read, target, 0, count);
        read += count;
        return count;
    }

    @Override
    public void close() {}
}
