package careledger.api.web;

import java.io.IOException;

/** What is sent as the body of an answer, part after part. Used by one thread at a time. */
public interface AnswerParts extends AutoCloseable {
    /** Bytes of the whole body; -1 where that is not known yet. */
    long size();

    /**
     * The next bytes; -1 at the end. Where they are not there yet, they are produced now.
     *
     * @throws RuntimeException where they cannot be produced: what was sent is not the whole
     */
    int read(byte[] target) throws IOException;

    /** Gives back everything that the body holds. */
    @Override
    void close() throws IOException;
}
