package careledger.api.security;

import careledger.release.file.Digest;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The text of a key: {@code cl_} and 64 hexadecimal digits, which are 256 random bits. So it needs no escaping in an
 * address, and scanners for leaked secrets know it by its shape. It prints as its prefix only.
 */
public record KeySecret(String text) {
    /** How every key begins. */
    public static final String PREFIX = "cl_";

    private static final Pattern SHAPE = Pattern.compile(PREFIX + "[0-9a-f]{64}");
    private static final int BYTES = 32;

    public static KeySecret random(SecureRandom random) {
        byte[] bits = new byte[BYTES];
        random.nextBytes(bits);
        return new KeySecret(PREFIX + HexFormat.of().formatHex(bits));
    }

    /** Whether it can be a key at all. */
    public boolean wellFormed() {
        return SHAPE.matcher(text).matches();
    }

    /** SHA-256: what is random over 256 bits cannot be found from its hash by trying, so that a fast hash is safe. */
    byte[] hash() {
        return HexFormat.of().parseHex(Digest.of(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public String toString() {
        return PREFIX + "…";
    }
}
