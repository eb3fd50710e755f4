package careledger.api.security;

import java.security.SecureRandom;
import java.util.Base64;

/** Texts of 256 random bits, which nobody can guess. */
final class RandomTokens {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    private RandomTokens() {}

    static String next() {
        byte[] bits = new byte[BYTES];
        RANDOM.nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }
}
