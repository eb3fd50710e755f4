package careledger.release.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 in hexadecimal: of a file, of bytes, or of a sequence of texts that is added to. */
public final class Digest {
    private final MessageDigest digest = sha256();

    /** The digest of nothing, to be added to. */
    public Digest() {}

    public static String of(Path file) {
        try {
            return copy(file, OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read: " + Failures.reason(e) + ".", e);
        }
    }

    public static String of(byte[] bytes) {
        return HexFormat.of().formatHex(sha256().digest(bytes));
    }

    /** Copies a file's bytes and returns the digest of what was copied. */
    public static String copy(Path file, OutputStream out) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = Files.newInputStream(file)) {
            in.transferTo(new DigestOutputStream(out, digest));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Adds a text so that no two sequences of texts run together. */
    public Digest add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
        return this;
    }

    /** Adds bytes as they are: what is added so must be of a known length. */
    public Digest add(byte[] bytes) {
        digest.update(bytes);
        return this;
    }

    /** The same bytes, which are digested on their way. */
    public InputStream over(InputStream bytes) {
        return new DigestInputStream(bytes, digest);
    }

    /** Of what was added; afterwards it is the digest of nothing again. */
    public String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
