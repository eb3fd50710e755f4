package careledger.answers.catalogue;

import java.time.Instant;

/**
 * A delivered file; {@code rows = accepted + rejected}.
 *
 * @param file path below the extracts root
 * @param loadedAt when the release that holds it was made
 */
public record ExtractEntry(
        String id, String file, String sha256, String layout, int rows, int accepted, int rejected, Instant loadedAt) {}
