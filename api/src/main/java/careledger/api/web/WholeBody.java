package careledger.api.web;

import java.io.IOException;

/** A body that is there to its last byte. */
public record WholeBody(AnswerBuffer buffer) implements AnswerParts {
    @Override
    public long size() {
        return buffer.size();
    }

    @Override
    public int read(byte[] target) throws IOException {
        return buffer.read(target);
    }

    @Override
    public void close() throws IOException {
        buffer.close();
    }
}
