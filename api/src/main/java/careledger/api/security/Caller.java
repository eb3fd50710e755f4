package careledger.api.security;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * The caller of a request.
 *
 * @param role empty for a stranger, and for one whose token names no role
 */
public record Caller(Optional<Role> role) {
    /** Under which a request's fields find it. */
    public static final String KEY = "careledger.caller";

    private static final Caller STRANGER = new Caller(Optional.empty());

    /** The caller of the request on this thread; anonymous if not authenticated. */
    public static Caller current() {
        return of(SecurityContextHolder.getContext().getAuthentication());
    }

    static Caller of(@Nullable Authentication authentication) {
        if (authentication == null || !authentication.isAuthenticated()) {
            return STRANGER;
        }
        return new Caller(Arrays.stream(Role.values())
                .filter(role -> authentication.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .anyMatch(role.authority()::equals))
                .max(Comparator.naturalOrder()));
    }

    public boolean may(Role needed) {
        return role.filter(held -> held.includes(needed)).isPresent();
    }
}
