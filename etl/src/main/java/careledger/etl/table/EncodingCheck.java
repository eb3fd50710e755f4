package careledger.etl.table;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.Optional;

/** Checks bytes, chunk by chunk, to be strictly of an encoding. */
final class EncodingCheck {
    private static final int LONGEST_CHARACTER = 4;

    private final CharsetDecoder decoder;
    private final CharBuffer discarded = CharBuffer.allocate(8 * 1024);
    private byte[] left = new byte[0];
    private int line = 1;
    private Optional<Fault> fault = Optional.empty();

    EncodingCheck(Charset encoding) {
        this.decoder = encoding.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /**
     * The first byte that is not of the encoding.
     *
     * @param unsignedByte 0 to 255
     */
    record Fault(int line, int unsignedByte) {}

    void add(byte[] chunk, int length) {
        if (fault.isPresent()) {
            return;
        }
        ByteBuffer bytes = ByteBuffer.allocate(left.length + length);
        bytes.put(left).put(chunk, 0, length).flip();
        CoderResult result = CoderResult.OVERFLOW;
        while (result.isOverflow()) {
            discarded.clear();
            result = decoder.decode(bytes, discarded, false);
        }
        countLines(bytes.array(), bytes.position());
        if (result.isError()) {
            fault = Optional.of(new Fault(line, bytes.get(bytes.position()) & 0xFF));
        }
        left = new byte[Math.min(bytes.remaining(), LONGEST_CHARACTER)];
        bytes.get(left);
    }

    /** What was found, after the last chunk: a character cut off at the end is a fault too. */
    Optional<Fault> finish() {
        return fault.isEmpty() && left.length > 0 ? Optional.of(new Fault(line, left[0] & 0xFF)) : fault;
    }

    private void countLines(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            if (bytes[i] == '\n') {
                line++;
            }
        }
    }
}
