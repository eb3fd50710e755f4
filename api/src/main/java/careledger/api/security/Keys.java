package careledger.api.security;

import careledger.schema.text.Nearest;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Gives out keys, takes them back, and knows them again. */
public final class Keys {
    private static final int ID_BYTES = 4;
    private static final HexFormat HEX = HexFormat.of();

    private final KeyFile file;
    private final SecureRandom random = new SecureRandom();

    public Keys(KeyFile file) {
        this.file = file;
    }

    /** @param secret the text, which is nowhere kept */
    record Given(ApiKey key, KeySecret secret) {}

    List<ApiKey> all() {
        return file.keys();
    }

    Given add(String name, Role role, Optional<LocalDate> expires) {
        KeySecret secret = KeySecret.random(random);
        ApiKey key = new ApiKey(newId(), name, role, now(), expires, Optional.empty(), HEX.formatHex(secret.hash()));
        file.change(keys -> {
            List<ApiKey> all = new ArrayList<>(keys);
            all.add(key);
            return all;
        });
        return new Given(key, secret);
    }

    /** @throws IllegalArgumentException naming the nearest */
    ApiKey revoke(String id) {
        List<ApiKey> changed = file.change(keys -> {
            if (keys.stream().noneMatch(key -> key.id().equals(id))) {
                throw new IllegalArgumentException("There is no key '" + id + "'."
                        + Nearest.sentence(id, keys.stream().map(ApiKey::id).toList()));
            }
            return keys.stream()
                    .map(key -> key.id().equals(id) ? key.revokedAt(now()) : key)
                    .toList();
        });
        return changed.stream().filter(key -> key.id().equals(id)).findFirst().orElseThrow();
    }

    /**
     * The key of that text, also one that has expired; not one that was revoked. Every hash is compared in full, so that
     * the time taken reveals nothing.
     */
    public Optional<ApiKey> of(KeySecret secret) {
        byte[] hash = secret.hash();
        Optional<ApiKey> found = Optional.empty();
        for (ApiKey key : file.keys()) {
            if (MessageDigest.isEqual(HEX.parseHex(key.hash()), hash)) {
                found = Optional.of(key);
            }
        }
        return found.filter(key -> key.revoked().isEmpty());
    }

    private String newId() {
        byte[] bits = new byte[ID_BYTES];
        random.nextBytes(bits);
        return "key-" + HEX.formatHex(bits);
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS);
    }
}
