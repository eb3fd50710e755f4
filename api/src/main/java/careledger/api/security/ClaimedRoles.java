package careledger.api.security;

import careledger.api.config.AccessSettings.Identity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** The roles that the identity provider's claims about a person name; none where they name none. */
final class ClaimedRoles {
    private final Identity identity;

    ClaimedRoles(Identity identity) {
        this.identity = identity;
    }

    Collection<GrantedAuthority> of(Map<String, Object> claims) {
        List<String> held = values(claims);
        return Arrays.stream(Role.values())
                .filter(role -> names(role).stream().anyMatch(held::contains))
                .<GrantedAuthority>map(role -> new SimpleGrantedAuthority(role.authority()))
                .toList();
    }

    private List<String> names(Role role) {
        return switch (role) {
            case READER -> identity.reader();
            case OFFICER -> identity.officer();
            case ENGINEER -> identity.engineer();
        };
    }

    /** What the claim holds: a list, or a text of words parted by spaces. */
    private List<String> values(Map<String, Object> claims) {
        @Nullable Object claim = claims.get(identity.claim());
        if (claim == null) {
            claim = claims;
            for (String step : identity.claim().split("\\.", -1)) {
                claim = claim instanceof Map<?, ?> nested ? nested.get(step) : null;
            }
        }
        List<String> values = new ArrayList<>();
        if (claim instanceof Collection<?> list) {
            list.forEach(value -> values.add(String.valueOf(value)));
        } else if (claim instanceof String text) {
            values.addAll(List.of(text.split(" ", -1)));
        }
        return values;
    }
}
