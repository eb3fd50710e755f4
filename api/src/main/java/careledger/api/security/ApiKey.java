package careledger.api.security;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A key as it is kept: everything but its text.
 *
 * @param id names it in lists and when it is revoked; no secret
 * @param name who or what it was given to
 * @param expires last day on which it is taken, in UTC
 * @param hash of the text, in hexadecimal digits
 */
public record ApiKey(
        String id,
        String name,
        Role role,
        Instant created,
        Optional<LocalDate> expires,
        Optional<Instant> revoked,
        String hash) {
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}\\p{P}\\p{S}][\\p{L}\\p{N}\\p{P}\\p{S} ]{0,79}");

    public ApiKey {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "A key's name has 1 to 80 letters, digits, signs and inner spaces, as in 'Power BI, finance'.");
        }
    }

    /** Whether its last day has passed. */
    public boolean expired(Instant now) {
        return expires.filter(last -> last.isBefore(LocalDate.ofInstant(now, ZoneOffset.UTC)))
                .isPresent();
    }

    /** {@code valid}, {@code expired} or {@code revoked}. */
    String state(Instant now) {
        if (revoked.isPresent()) {
            return "revoked";
        }
        return expired(now) ? "expired" : "valid";
    }

    ApiKey revokedAt(Instant moment) {
        return new ApiKey(id, name, role, created, expires, Optional.of(revoked.orElse(moment)), hash);
    }
}
