package careledger.api.web;

import careledger.api.config.CareLedgerProperties;
import careledger.api.error.ProblemCode;
import careledger.release.file.Digest;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Automatic persisted queries, as Apollo's link asks: a document by its SHA-256 alone; where it is not known, once more
 * together with the document, which is kept under that hash. A document can only be kept under its own hash, so nobody
 * can change what another one asks.
 */
@Component
final class PersistedQueries {
    private static final String EXTENSION = "persistedQuery";
    private static final String FORM =
            "Send extensions as {\"persistedQuery\": {\"version\": 1, \"sha256Hash\": \"…\"}}: 64 hexadecimal digits.";
    private static final long MOST_CHARACTERS = 2_000_000;

    private final Cache<String, String> kept = Caffeine.newBuilder()
            .maximumWeight(MOST_CHARACTERS)
            .weigher((String hash, String document) -> hash.length() + document.length())
            .build();
    private final int longest;

    PersistedQueries(CareLedgerProperties properties) {
        this.longest = properties.limits().document().characters();
    }

    /**
     * The document that is asked for: as sent, or the one kept under the hash.
     *
     * @throws InvalidRequestException where the hash is unknown, or that of another document
     */
    @Nullable
    String document(@Nullable String sent, @Nullable Map<String, Object> extensions) {
        Object asked = extensions == null ? null : extensions.get(EXTENSION);
        if (asked == null) {
            return sent;
        }
        String hash = hash(asked);
        if (sent == null || sent.isBlank()) {
            String known = kept.getIfPresent(hash);
            if (known == null) {
                throw new InvalidRequestException(
                        HttpStatus.OK,
                        ProblemCode.PERSISTED_QUERY_NOT_FOUND,
                        "PersistedQueryNotFound",
                        "Send the document once together with its hash.");
            }
            return known;
        }
        if (!hash.equals(Digest.of(sent.getBytes(StandardCharsets.UTF_8)))) {
            throw InvalidRequestException.badRequest(
                    "'sha256Hash' is not the SHA-256 of 'query' in UTF-8.", "Send the hash of exactly this document.");
        }
        if (sent.length() <= longest) {
            kept.put(hash, sent);
        }
        return sent;
    }

    private static String hash(Object asked) {
        if (asked instanceof Map<?, ?> fields
                && fields.get("version") instanceof Number version
                && version.intValue() == 1
                && fields.get("sha256Hash") instanceof String hash
                && hash.matches("[0-9A-Fa-f]{64}")) {
            return hash.toLowerCase(Locale.ROOT);
        }
        throw InvalidRequestException.badRequest("The extension 'persistedQuery' cannot be read.", FORM);
    }
}
